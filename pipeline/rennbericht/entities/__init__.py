"""Names and measured expressions of a text: gazetteer, cues, shapes."""
