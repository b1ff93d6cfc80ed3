"""Rendering a clause analysis for people: one block a clause, used in tests and explanations."""

from __future__ import annotations

from spacy.tokens import Doc

from ..entities.model import MENTIONS, Mention
from .model import CLAUSES, Clause, Phrase


def show(doc: Doc) -> str:
    """All clauses of an analysed document, readable, with their phrases and links."""
    mentions: list[Mention] = doc.user_data.get(MENTIONS, [])
    clauses: list[Clause] = doc.user_data.get(CLAUSES, [])
    return "\n".join(show_clause(doc, clause, mentions) for clause in clauses)


def show_clause(doc: Doc, clause: Clause, mentions: list[Mention]) -> str:
    """One clause: `[3] main vorbeigehen modal=können`, then a line for each phrase and link."""
    words = [token.text for token in doc]
    lines = [f"[{clause['index']}] {headline(clause)}"]
    spans = " ... ".join(" ".join(words[start:end]) for start, end in clause["spans"])
    lines.append(f"    text: {spans}")
    for index, phrase in enumerate(clause["phrases"]):
        mark = "*" if index == clause["subject"] else " "
        lines.append(f"   {mark}{phrase_line(words, phrase, mentions)}")
    for link in clause["links"]:
        lines.append(f"    -> {link['kind']} [{link['clause']}] phrase {link['phrase']}")
    return "\n".join(lines)


def headline(clause: Clause) -> str:
    """Kind, introducer, predicate and flags of a clause in one line."""
    parts: list[str] = [clause["kind"]]
    if clause["introducer"]:
        parts.append(f"({clause['introducer']})")
    if clause["verb"]:
        parts.append(clause["verb"])
    parts.extend(flags(clause))
    return " ".join(parts)


def flags(clause: Clause) -> list[str]:
    """The flags of the predicate that differ from the plain indicative."""
    found: list[str] = []
    if clause["infinitive"]:
        found.append(f"inf={clause['infinitive']}")
    if clause["modal"]:
        found.append(f"modal={clause['modal']}")
    if clause["passive"]:
        found.append(f"passive={clause['passive']}")
    for name in ("perfect", "reflexive", "zu"):
        if clause[name]:
            found.append(name)
    if clause["negation"] >= 0:
        found.append("neg")
    if clause["mood"] not in ("", "indicative"):
        found.append(clause["mood"])
    return found


def phrase_line(words: list[str], phrase: Phrase, mentions: list[Mention]) -> str:
    """One phrase with its form, case, field and the entities of its members."""
    names = []
    for member in phrase["members"]:
        text = " ".join(words[member["start"] : member["end"]])
        if member["mention"] >= 0:
            text += f" <{mentions[member['mention']]['label']}>"
        names.append(text)
    about = [phrase["kind"], phrase["prep"] or "", phrase["case"], phrase["number"]]
    line = f"{' + '.join(names)}  ({' '.join(x for x in about if x)}, {phrase['field']}"
    if phrase["attribute_of"] >= 0:
        line += f", of {words[phrase['attribute_of']]}"
    return line + ")"
