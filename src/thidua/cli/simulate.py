"""`thidua simulate SEASON --rulebook NEW.yaml`: last year's figures under a new rulebook, who moves and why."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from thidua.cli.terminal import OK, Subparsers, declare, language_of, run_refusable, season_at, text
from thidua.words.language import Language
from thidua.words.sentences.cli import SENTENCES


def register(commands: Subparsers[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    lang, parser = language_of(sys.argv), declare(commands, "simulate", SENTENCES)
    parser.add_argument("season", type=Path, metavar="SEASON", help=text(SENTENCES, "cli.season", lang))
    parser.add_argument(
        "--rulebook", type=Path, required=True, metavar="NEW", help=text(SENTENCES, "cli.new_rulebook", lang)
    )
    parser.add_argument("--json", action="store_true", help=text(SENTENCES, "cli.json", lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Score under both rulebooks and tell the difference; nothing is written."""
    lang = Language(getattr(args, "lang", Language.VI))
    return run_refusable(lambda: _simulate(args, lang), lang)


def _simulate(args: argparse.Namespace, lang: Language) -> int:
    from thidua.core.trial.fairness import find_unfairness
    from thidua.core.trial.simulation import simulate
    from thidua.files.calendars import load_working_calendar
    from thidua.files.season import load_rulebook

    season, rulebook = season_at(args.season, lang), load_rulebook(args.rulebook)
    # The season's own rulebook may count no working days, and the new one may.
    season = replace(season, calendar=season.calendar or load_working_calendar())
    simulation = simulate(season, rulebook)
    warnings = find_unfairness(simulation.trial)
    if args.json:
        from thidua import __version__
        from thidua.core.trial.document import simulation_document
        from thidua.files.standings_json import standings_json

        print(standings_json(simulation_document(simulation, warnings, engine=__version__)), end="")
    else:
        from thidua.words.simulation import write_simulation

        print(write_simulation(simulation, warnings, lang), end="")
    return OK
