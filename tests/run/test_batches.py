"""Components take documents by the batch: in their order, and one that fails alone fails."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from rennbericht.batches import AT_ONCE, Batched


class Failing(Batched):
    """Marks what it has seen, but for one text."""

    def __call__(self, doc: Doc) -> Doc:
        if doc.text == "7":
            raise ValueError(doc.text)
        doc.user_data["seen"] = True
        return doc


def docs(size: int) -> list[Doc]:
    nlp = spacy.blank("de")
    return [nlp.make_doc(str(number)) for number in range(size)]


@pytest.mark.parametrize("batch_size", [1, 5, 1000])
def test_order_is_kept(batch_size: int) -> None:
    given = [doc for doc in docs(2 * AT_ONCE + 3) if doc.text != "7"]
    assert list(Failing().pipe(given, batch_size=batch_size)) == given
    assert all(doc.user_data["seen"] for doc in given)


def test_failing_document_is_told_and_the_others_are_done() -> None:
    told: list[Any] = []
    component = Failing()
    component.set_error_handler(lambda name, proc, docs, error: told.append((name, docs, error)))
    done = list(component.pipe(docs(12)))
    assert [doc.text for doc in done] == [str(n) for n in range(12) if n != 7]
    ((name, failed, error),) = told
    assert (name, [doc.text for doc in failed], str(error)) == ("Failing", ["7"], "7")


def test_without_handler_it_is_raised() -> None:
    with pytest.raises(ValueError, match="7"):
        list(Failing().pipe(docs(12)))
