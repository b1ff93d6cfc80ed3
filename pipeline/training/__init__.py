"""How the embedded German model and its lexicon are made."""
