"""What a corpus holds: words, events, references, and words that reports share.

`names` finds and masks names, `runs` looks for runs of words that several reports share,
`mentions` tells by which words a participant is meant, `measure` counts, `view` prints.
"""
