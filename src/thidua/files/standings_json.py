"""Writes a result as the document that lasts: UTF-8 JSON, keys in the order of their reading, a newline at the end."""

from __future__ import annotations

import json
from collections.abc import Mapping

from thidua import __version__
from thidua.core.canonical import Plain
from thidua.core.results.result import result_document
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.season import Season
from thidua.core.standings import ClusterStandings


def make_result(season: Season, evaluation: Evaluation, standings: tuple[ClusterStandings, ...]) -> dict[str, Plain]:
    """The result of a season as a document, sealed by this release."""
    return result_document(evaluation, standings, season.name, engine=__version__)


def standings_json(result: Mapping[str, Plain]) -> str:
    """The text of a result document. Equal documents have equal texts."""
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"
