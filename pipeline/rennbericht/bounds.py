"""What a run keeps: of words so much that its memory stays flat, of events those sure enough."""

#: words of which a table remembers what it has found out; full, it begins anew
KEPT_WORDS = 16_000
#: the same where each word is looked up in several forms
KEPT_FORMS = 3 * KEPT_WORDS // 2
#: strings of a vocabulary up to which words stay for the whole run; later ones go with their batch
KEPT_STRINGS = 32_000
#: an event less sure than this is left out unless asked for. Where F1 is F, those raise it that are
#: right more often than F/2; on train and dev it rises up to 0.3 and falls from 0.35 on
LEAST_CONFIDENCE = 0.3
