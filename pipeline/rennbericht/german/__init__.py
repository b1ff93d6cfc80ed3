"""German layer: lexicon, lemmas, model choice, numerals, dates, case."""
