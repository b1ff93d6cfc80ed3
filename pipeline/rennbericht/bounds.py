"""How much is remembered of the words of a run, so that its memory stays flat."""

#: words of which a table remembers what it has found out; full, it begins anew
KEPT_WORDS = 24_000
#: the same where each word is looked up in several forms
KEPT_FORMS = 2 * KEPT_WORDS
