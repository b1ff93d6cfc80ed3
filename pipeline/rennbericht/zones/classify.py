"""Which kind of zone a paragraph is.

First each paragraph by itself, then what only its neighbours show: lists of links, tables, menus,
the title and the lead. Doubt decides for `body`: a sentence lost costs more than a line too many.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from .cues import Cues
from .lines import Paragraph, is_finished, paragraphs_of
from .model import Kind
from .tables import is_row, is_table_header, run_in_table

#: a heading has no more characters and words than this
_HEADING_CHARS, _HEADING_WORDS = 95, 13
_CAPTION_CHARS = 220
_BYLINE_CHARS = 110
_LINK_CHARS = 130
#: a headline is no longer
_TITLE_CHARS = 130
_LEAD_CHARS = 450
_MENU_RUN = 4
#: items that say something (`• Vettel: P1`) and lines of asterisks are no menu
_MENU_NEVER = re.compile(r"[\d:]|\A\W+\Z")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+")
_DATE_LINE = re.compile(
    r"(?:[A-ZÄÖÜ][\w./-]*,?\s+){0,3}(?:den\s+)?\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZJ][a-zä]{2,8}\.?)\s?\d{2,4}"
    r"(?:\s*[-–|,/]?\s*(?:um\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*(?:Uhr|h))?)?\Z"
)
#: `Nürnberg – Auf dem Norisring ...` opens the text; elsewhere a name and a dash are prose
_PLACE_LINE = re.compile(r"[A-ZÄÖÜ][\wß.-]+(?:[ /][A-ZÄÖÜ][\wß.-]+){0,2}\s[–—-]\s+(?=[A-ZÄÖÜ„\"])")
_HEADLINE = re.compile(r"(?<=\s)\+{2,}(?=\s+\w)")
#: `(tk)`, `(msa/dpa)` under an article
_INITIALS = re.compile(r"\([a-zäöü]{2,4}(?:/[a-zA-Z]{2,4})?\)\Z")
_WORDS = re.compile(r"\w[\w.'’-]*")
_SENTENCES = re.compile(r"[.!?…][\"”“«»)]*\s+(?=[A-ZÄÖÜ„\"»(\d])")


@dataclass(slots=True)
class Stretch:
    """Characters of one kind."""

    start: int
    end: int
    kind: Kind


def stretches(text: str, field: str, cues: Cues) -> list[Stretch]:
    """The zones of a text in character offsets, in order, blanks between them left out.

    Args:
        text: the string as read.
        field: `text`, or `title` or `lead` where the string is one of these.
        cues: the cue words.
    """
    paragraphs = paragraphs_of(text)
    if field == "title":
        return [Stretch(p.start, p.end, "title") for p in paragraphs]
    kinds: list[Kind] = [_alone(p, cues) for p in paragraphs]
    _repeated(paragraphs, kinds)
    _credited(paragraphs, kinds)
    _link_lists(paragraphs, kinds, cues)
    _menus(paragraphs, kinds)
    _tables(paragraphs, kinds)
    if field == "lead":
        kinds = ["lead" if kind == "body" else kind for kind in kinds]
    else:
        _opening(paragraphs, kinds, cues)
    found: list[Stretch] = []
    opening = next((i for i, kind in enumerate(kinds) if kind in ("body", "lead")), -1)
    for index, (paragraph, kind) in enumerate(zip(paragraphs, kinds, strict=True)):
        found += _split(text, paragraph, kind, cues, index == opening)
    return found


def _alone(paragraph: Paragraph, cues: Cues) -> Kind:
    text = paragraph.text
    size = len(text)
    finished = is_finished(text)
    if size <= _CAPTION_CHARS:
        credit = _credit(text, finished, cues)
        if credit:
            return credit
    if size <= _BYLINE_CHARS and _is_byline(text, finished, cues):
        return "byline"
    if is_row(text):
        return "result_table"
    if size <= _LINK_CHARS and _is_link(text, cues):
        return "link_list"
    if is_table_header(text, cues.table_header) or run_in_table(text):
        return "result_table"
    if text.startswith("+++") or cues.ticker.fullmatch(text):
        return "ticker"
    if text.endswith("+++") and text.count("+++") > 1:
        # `Der Freitag im Live-Ticker: +++ A führt +++ B fällt aus +++`
        return "ticker"
    if text.startswith(cues.item_bullet) and len(text) > 2 and text[1:2].isspace():
        return "list_item"
    if cues.ticker.match(text):
        return "body"
    if _is_heading(text, finished):
        return "heading"
    return "body"


def _credit(text: str, finished: bool, cues: Cues) -> Kind | None:
    label = cues.credit_label.search(text)
    if label:
        before, after = text[: label.start()].strip(" ,(|-–—/"), text[label.end() :].split()
        # `Foto: dpa Hockenheim - Vettel gewann ...`: the text stands in the same line.
        if len(after) > (25 if not before else 8):
            return None
        if not before:
            return "credit" if len(after) <= 6 and not finished else "caption"
        if is_finished(before) and len(_SENTENCES.findall(before)) >= 1:
            return None
        return "caption"
    for sign in cues.credit_sign:
        at = text.find(sign)
        if at == 0 and not _SENTENCES.search(text):
            return "credit" if len(text.split()) <= 6 else "caption"
        if at >= 0 and len(text) - at <= 60:
            before = text[:at].strip(" ,(|-–—/")
            return ("caption" if before else "credit") if not _SENTENCES.search(before) else None
    start, colon, _ = text.partition(":")
    if colon and start.lower() in cues.caption_label:
        return "caption"
    house = cues.credit_house.search(text)
    if (
        house
        and len(text.split()) <= 4
        and text[house.start() - 1 : house.start()] in (" ", "/", "")
    ):
        rest = text[: house.start()].strip(" /|,(-")
        return "credit" if not rest or rest[0].isupper() else None
    return None


def _is_byline(text: str, finished: bool, cues: Cues) -> bool:
    if _DATE_LINE.match(text) or cues.agencies_only.match(text) or _INITIALS.match(text):
        return True
    start, colon, _ = text.partition(":")
    if colon and start.strip().lower() in cues.byline_label and not finished:
        return True
    if text.startswith(cues.byline_start) and not finished:
        return True
    if not finished and any(cue in text for cue in cues.byline_inside):
        return True
    if finished and not text.endswith((" Min.", "Uhr.")):
        return False
    words = _WORDS.findall(text)
    if text.endswith(cues.byline_trailing) and len(words) <= 10:
        return True
    if (
        3 <= len(words) <= 8
        and words[0] in cues.byline_from
        and not any(c in text for c in '?!:"„')
    ):
        names = [word for word in words[1:] if word not in cues.byline_particle]
        return len(names) >= 2 and all(w[0].isupper() and not w.isdecimal() for w in names)
    parts = [part.strip() for part in re.split(r"[|•·–,-]\s", text)]
    return len(parts) > 1 and any(_DATE_LINE.match(p) for p in parts) and len(words) <= 12


def _is_link(text: str, cues: Cues) -> bool:
    if text.startswith(cues.link_bullet) and not text.startswith(">" * 4):
        # »Wir waren schnell«, sagte er: a quotation, no link.
        return not (text.startswith("»") and "«" in text)
    if text.partition(":")[0].lower() in cues.link_heading:
        return True
    found = cues.link_line.match(text)
    if found:
        return (
            found.group().endswith((":", "(")) or not is_finished(text) or "auch" in found.group()
        )
    return text.count(" | ") >= 2 or text.count(" > ") >= 2 or text.count(" » ") >= 2


def _is_heading(text: str, finished: bool) -> bool:
    if finished:
        return text.endswith("?") and len(text.split()) <= 7 and text.count("?") == 1
    if len(text) > _HEADING_CHARS or text[-1] in ",;" or text[0].islower():
        return False
    words = len(text.split())
    return words <= (_HEADING_WORDS if text[-1] != ":" else 8)


def _repeated(paragraphs: list[Paragraph], kinds: list[Kind]) -> None:
    counts = Counter(p.text for p in paragraphs)
    for index, (before, paragraph) in enumerate(pairwise(paragraphs)):
        same = before.text == paragraph.text and counts[paragraph.text] > 1
        if same and kinds[index] == "heading" and len(paragraph.text.split()) >= 3:
            kinds[index] = kinds[index + 1] = "caption"


def _credited(paragraphs: list[Paragraph], kinds: list[Kind]) -> None:
    """The line directly over a credit is its caption, where blank lines part paragraphs.

    So is the short line directly under it.
    """
    for index, paragraph in enumerate(paragraphs[1:], start=1):
        above = paragraphs[index - 1]
        last = index + 1 == len(paragraphs) or not paragraphs[index + 1].follows
        if (
            kinds[index - 1] == "credit"
            and kinds[index] == "heading"
            and paragraph.follows
            and last
        ):
            kinds[index] = "caption"
        if kinds[index] != "credit" or not paragraph.follows or above.follows:
            continue
        one_sentence = len(above.text) <= _CAPTION_CHARS and not _SENTENCES.search(above.text)
        if kinds[index - 1] == "heading" or (kinds[index - 1] == "body" and one_sentence):
            kinds[index - 1] = "caption"


def _link_lists(paragraphs: list[Paragraph], kinds: list[Kind], cues: Cues) -> None:
    inside = False
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if text.rstrip(" :…»>").lower() in cues.link_heading:
            kinds[index], inside = "link_list", True
        elif inside:
            short = len(text) <= _LINK_CHARS and not is_finished(text)
            question = len(text) <= _LINK_CHARS and text.endswith("?") and " " in text
            if not (short or question) or kinds[index] in ("caption", "credit", "byline"):
                inside = False
            elif kinds[index] in ("heading", "list_item", "body", "link_list"):
                # The heading of the next part of the text ends the list.
                after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
                before = paragraphs[index - 1]
                alone = not paragraph.follows and before.follows
                if alone and after is not None and is_finished(after.text):
                    inside = False
                else:
                    kinds[index] = "link_list"


def _menus(paragraphs: list[Paragraph], kinds: list[Kind]) -> None:
    """Runs of lines of one to three words, line under line, are menus."""
    run: list[int] = []
    for index, paragraph in enumerate([*paragraphs, None]):
        if (
            paragraph is not None
            and kinds[index] in ("heading", "link_list", "list_item")
            and len(paragraph.text.split()) <= 3
            and not _MENU_NEVER.search(paragraph.text)
            and (not run or paragraph.follows)
        ):
            run.append(index)
            continue
        if len(run) >= _MENU_RUN:
            for member in run:
                kinds[member] = "link_list"
        run = []


def _tables(paragraphs: list[Paragraph], kinds: list[Kind]) -> None:
    """Numbered short lines that count upwards are a table of results."""
    run: list[int] = []
    last = 0
    for index, paragraph in enumerate([*paragraphs, None]):
        number = _row_number(paragraph.text) if paragraph is not None else 0
        if number and (not run or last <= number <= last + 2):
            run.append(index)
        else:
            if len(run) >= 3:
                for member in run:
                    kinds[member] = "result_table"
            run = [index] if number else []
        last = number


def _row_number(text: str) -> int:
    if len(text) > 100 or not _NUMBERED.match(text):
        return 0
    # `1. Vettel siegt in Monza.` may be a sentence of a numbered list.
    if is_finished(text) and len(text.split()) > 6:
        return 0
    return int(re.split(r"[.)]", text, maxsplit=1)[0])


def _opening(paragraphs: list[Paragraph], kinds: list[Kind], cues: Cues) -> None:
    """The first heading is the title, the paragraph under it may be the lead."""
    first = next((i for i, kind in enumerate(kinds) if kind in ("heading", "body")), None)
    if first is None or (kinds[first] != "heading" and not _headline(paragraphs, kinds, first)):
        return
    kinds[first] = "title"
    bodies = [i for i in range(first + 1, len(kinds)) if kinds[i] == "body"]
    if len(bodies) >= 3:
        lead = paragraphs[bodies[0]]
        headings = any(kind == "heading" for kind in kinds[first + 1 : bodies[0]])
        if len(lead.text) <= _LEAD_CHARS and not headings and not cues.ticker.match(lead.text):
            parted = not paragraphs[bodies[0] + 1].follows
            kinds[bodies[0]] = "heading" if parted and _teases(lead.text) else "lead"


def _teases(text: str) -> bool:
    """Whether a lead is a second headline, without a full stop: `Tänak führt - Neuville raus`."""
    return not is_finished(text) and text[-1].isalnum()


def _headline(paragraphs: list[Paragraph], kinds: list[Kind], first: int) -> bool:
    """Whether an opening line that is no heading by itself is a headline.

    It asks or calls (`Verstappen crasht - und Perez?`), or has more words than other headings and
    ends as none of the sentences behind it does.
    """
    text, after = paragraphs[first].text, paragraphs[first + 1 : first + 2]
    if _SENTENCES.search(text[:-1]) or not after or len(text) > _TITLE_CHARS:
        return False
    if not is_finished(text):
        return text[-1] not in ",;:" and any(is_finished(p.text) for p in paragraphs[first + 1 :])
    called = text.endswith(("?", "!")) and len(after[0].text) > len(text)
    return called and kinds[first + 1] in ("body", "lead") and not after[0].follows


def _split(text: str, paragraph: Paragraph, kind: Kind, cues: Cues, opening: bool) -> list[Stretch]:
    """Cut a dateline, a ticker's clock or a closing credit off a paragraph of prose."""
    start, end = paragraph.start, paragraph.end
    if kind == "ticker":
        # `+++ A siegt +++ B fällt aus +++`: one headline each
        heads = [start, *(start + m.start() for m in _HEADLINE.finditer(text[start:end]))]
        rest: Kind = "heading" if len(heads) > 1 else "ticker"
        bounds = [*heads, end]
        return [Stretch(a, b, rest) for a, b in pairwise(bounds) if a < b]
    if kind not in ("body", "lead", "list_item"):
        return [Stretch(start, end, kind)]
    found: list[Stretch] = []
    head = cues.dateline.match(text, start, min(end, start + 120))
    if head is None and opening:
        head = _PLACE_LINE.match(text, start, end)
    ticker = cues.ticker.match(text, start, end) if head is None else None
    if head and len(head.group().split()) <= 8:
        found.append(Stretch(start, _stripped(text, start, head.end()), "byline"))
        start = head.end()
    elif ticker and ticker.end() < end:
        found.append(Stretch(start, _stripped(text, start, ticker.end()), "ticker"))
        start = ticker.end()
    credit = _closing_credit(text, start, end, cues)
    found.append(Stretch(start, _stripped(text, start, credit), kind))
    if credit < end:
        found.append(Stretch(credit, end, "credit"))
    return found


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _closing_credit(text: str, start: int, end: int, cues: Cues) -> int:
    """Where a credit in brackets at the paragraph's end begins; the end if there is none."""
    if text[end - 1] not in ")]":
        return end
    opened = max(text.rfind("(", start, end), text.rfind("[", start, end))
    if opened <= start or end - opened > 80:
        return end
    inner = text[opened + 1 : end - 1]
    if cues.credit_label.match(inner) or inner.startswith(cues.credit_sign):
        return opened
    return opened if cues.agencies_only.match(inner) else end
