"""The wizard as a graph of steps: what is missing, what comes next. No toolkit, no I/O."""
