"""How much is remembered of the words of a run, so that its memory stays flat."""

#: words of which a table remembers what it has found out; full, it begins anew
KEPT_WORDS = 16_000
#: the same where each word is looked up in several forms
KEPT_FORMS = 2 * KEPT_WORDS
#: strings of a vocabulary up to which words stay for the whole run; later ones go with their batch
KEPT_STRINGS = 32_000
