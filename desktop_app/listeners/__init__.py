"""The two small loopback listeners: the return of a sign-in, and webhooks.

They stand apart because both are thin skins over Starlette, which nothing else of ours but the
practice service needs, and because a port that is open must not be able to reach into the rooms:
they are handed functions, and know of the rest only the errors.
"""
