"""`postroom self-test`: everything once, on this machine, to see that this copy works.

It runs from a checkout, from the frozen folder and from the installed program, so it stands on
nothing but what is shipped.
"""
