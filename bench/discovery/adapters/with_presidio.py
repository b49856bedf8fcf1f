"""Presidio's analyzer: `shipped` recognisers or `every` one, and a spaCy model if it is named."""

from __future__ import annotations

import tldextract
from presidio_analyzer import (
    AnalyzerEngine,
    BatchAnalyzerEngine,
    PatternRecognizer,
    RecognizerRegistry,
    predefined_recognizers,
)
from presidio_analyzer.nlp_engine import NlpEngineProvider
from presidio_analyzer.predefined_recognizers import PhoneRecognizer
from serve import Column, Marks, arguments, serve

_COUNTRIES = ("US", "GB", "DE", "FR", "ES", "MX", "BR", "PT", "RU", "CN", "IN", "CA", "IL")
_BATCH = 64


def main() -> None:
    """Mark values; a column's name is context, as `analyze_dict` of Presidio has it."""
    # The list of domains that comes with it: nothing is fetched while the clock runs.
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())
    batches = BatchAnalyzerEngine(_engine(*arguments()))

    def mark(columns: list[Column]) -> list[Marks]:
        return [_marks(batches, column) for column in columns]

    serve(mark)


def _marks(batches: BatchAnalyzerEngine, column: Column) -> Marks:
    found = batches.analyze_iterator(
        column["values"], language="en", batch_size=_BATCH, context=[column["column"]]
    )
    marks: Marks = []
    for results in found:
        best: dict[str, float] = {}
        for each in results:
            best[each.entity_type] = max(round(each.score, 2), best.get(each.entity_type, 0.0))
        marks.append(best)
    return marks


def _engine(recognizers: str, model: str = "") -> AnalyzerEngine:
    provider = NlpEngineProvider(
        nlp_configuration={
            "nlp_engine_name": "spacy" if model else "no_op",
            "models": [{"lang_code": "en", "model_name": model}],
        }
    )
    registry = _every() if recognizers == "every" else None
    return AnalyzerEngine(nlp_engine=provider.create_engine(), registry=registry)


def _every() -> RecognizerRegistry:
    """All patterns, those of other languages too, so that one pass over the values has them all."""
    classes = (getattr(predefined_recognizers, name) for name in predefined_recognizers.__all__)
    patterns = (
        each(supported_language="en")
        for each in classes
        if isinstance(each, type) and issubclass(each, PatternRecognizer)
    )
    phones = PhoneRecognizer(supported_regions=_COUNTRIES)
    return RecognizerRegistry(recognizers=[*patterns, phones], supported_languages=["en"])


if __name__ == "__main__":
    main()
