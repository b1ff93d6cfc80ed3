"""The embedded German model and its lexicon: data, no code."""
