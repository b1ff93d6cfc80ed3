"""Why an event is found, and why not: all that the pipeline saw in a text, made to be read."""
