"""Scoring of extracted events against gold, as the contract's section on scoring says.

`score.score_events` scores one document, `evaluate.evaluate` several, `gold` reads the files,
`report` and `errors` write what people read.
"""
