"""Documents by the batch through each component.

What a component needs, its words and its code, is at hand for all documents of a batch; one by one
through all components, each document would find it gone again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from spacy.tokens import Doc
from spacy.util import raise_error

#: more documents at once need memory and save no time
AT_ONCE = 16

#: is told the component's name, itself, the documents and what was raised
ErrorHandler = Callable[[str, Any, list[Doc], Exception], Any]


class Batched:
    """A component that takes its documents by the batch, as `nlp.pipe` hands them over."""

    _handler: ErrorHandler | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Process one document."""
        raise NotImplementedError

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = AT_ONCE) -> Iterator[Doc]:
        """Process a stream of documents; one that fails goes to the error handler."""
        documents = iter(stream)
        while True:
            batch = list(islice(documents, max(1, min(batch_size, AT_ONCE))))
            if not batch:
                return
            yield from self._worked_on(batch)

    def _worked_on(self, batch: list[Doc]) -> list[Doc]:
        done: list[Doc] = []
        for doc in batch:
            try:
                done.append(self(doc))
            except Exception as error:
                self.get_error_handler()(type(self).__name__, self, [doc], error)
        return done

    def set_error_handler(self, error_handler: ErrorHandler) -> None:
        """Let what a document raises be told to a handler, as `nlp.set_error_handler` asks."""
        self._handler = error_handler

    def get_error_handler(self) -> ErrorHandler:
        """What is told of a document that fails; raises again where nothing is set."""
        return self._handler or raise_error
