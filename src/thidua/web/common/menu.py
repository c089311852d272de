"""What stands in whose menu, as plain data: an entry is there for the roles whose work it is, when its page exists and
the policy lets the person in. A role's menu holds only what that role does.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from django.urls import NoReverseMatch, reverse

from thidua.apps.access.policy import may
from thidua.apps.access.roles import INSTALLATION_SUBJECT, Actor, Role, Subject
from thidua.apps.access.verbs import Verb
from thidua.core.phases import Phase
from thidua.words.language import Language
from thidua.words.say import say


class InSeason(Protocol):
    """What the frame needs to know of a season."""

    slug: str


ALL = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the menu: its URL name, the verb that opens it (none: the page asks itself), whose work it is."""

    url_name: str
    label: str
    verb: Verb | None = None
    roles: frozenset[Role] = ALL


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under one heading; those of a season take its slug and are shown on its pages only."""

    title: str
    entries: tuple[Entry, ...]
    of_season: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as it is shown."""

    address: str
    label: str
    is_here: bool
    count: int = 0


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A heading with what this person finds under it; never empty."""

    title: str
    links: tuple[Link, ...]


_READERS = frozenset({Role.SECRETARY, Role.LEADER, Role.STANDING_BODY, Role.OBSERVER})
_SCORED = _READERS | {Role.REPORTER, Role.APPRAISER}
_RUNNING = frozenset({Role.SECRETARY, Role.STANDING_BODY})
_APPRAISING = _RUNNING | {Role.APPRAISER}
_ANSWERING = _APPRAISING | {Role.REPORTER, Role.LEADER}
_RECORD = frozenset({Role.SECRETARY, Role.LEADER, Role.STANDING_BODY})
_KEEPERS = frozenset({Role.STANDING_BODY, Role.TECHNICIAN})

MENU = (
    Section("menu.mine", (Entry("home", "menu.desk"), Entry("own_account", "menu.own_account"))),
    Section(
        "menu.season",
        (
            Entry("season", "menu.overview", Verb.READ_SEASON, _READERS),
            Entry("season_calendar", "menu.calendar", Verb.READ_SEASON, _READERS),
            Entry("regulation", "menu.regulation", Verb.READ_SEASON, _READERS),
            Entry("pact", "menu.pact", Verb.READ_SEASON, _READERS | {Role.REPORTER}),
            Entry("campaigns", "menu.campaigns", Verb.READ_SEASON, _READERS | {Role.REPORTER}),
            Entry("library", "menu.library", Verb.READ_SEASON, _READERS | {Role.REPORTER}),
            Entry("rulebook", "menu.rulebook", Verb.READ_SEASON, _SCORED),
            Entry("targets", "menu.targets", Verb.READ_SEASON, _SCORED),
            Entry("enter_own_figures", "menu.entry", Verb.READ_SEASON, frozenset({Role.REPORTER})),
            Entry("report_board", "menu.report_board", Verb.READ_SEASON, _ANSWERING),
            Entry("figures", "menu.figures", Verb.READ_SEASON, _SCORED),
            Entry("own_evidence", "menu.evidence", Verb.READ_SEASON, _SCORED),
            Entry("upload_figures", "menu.upload_figures", Verb.ENTER_FIGURES, frozenset({Role.REPORTER})),
            Entry("appraisal", "menu.appraisal", Verb.READ_APPRAISAL, _APPRAISING),
            Entry("objections", "menu.objections", Verb.READ_APPRAISAL, _ANSWERING),
            Entry("roster", "menu.roster", Verb.READ_APPRAISAL, _APPRAISING),
            Entry("field_checks", "menu.field_checks", Verb.READ_APPRAISAL, _APPRAISING),
            Entry("agree_points", "menu.agree_points", Verb.AGREE_POINTS, _RUNNING),
            Entry("recheck", "menu.recheck", Verb.RECHECK, frozenset({Role.STANDING_BODY})),
            Entry("score_sheets", "menu.score_sheets", Verb.READ_SEASON, _SCORED),
            Entry("score_matrix", "menu.score_matrix", Verb.READ_SHEET, _READERS),
            Entry("standings", "menu.standings", Verb.READ_STANDINGS, _SCORED | {Role.TELLER}),
            Entry("season_ledger", "menu.ledger", Verb.READ_LEDGER, _RECORD),
        ),
        of_season=True,
    ),
    Section(
        "menu.shared",
        (
            Entry("seasons", "menu.seasons", roles=_READERS),  # shows to each what each may see
            Entry("clusters", "menu.clusters", Verb.READ_ORGANISATION, _READERS),
            Entry("indicators", "menu.indicators", Verb.READ_ORGANISATION, _READERS),
            Entry("units", "menu.units", Verb.READ_ORGANISATION, _READERS),
            Entry("ledger", "menu.ledger_of_all", Verb.READ_LEDGER, _KEEPERS),
            Entry("accounts", "menu.accounts", Verb.MANAGE_ACCOUNTS),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Viewing:
    """Who looks at which page: all that decides a menu. A page of a season passes its `subject` too; without it the
    season has no entries.
    """

    actor: Actor
    here: str
    lang: Language
    season: InSeason | None = None
    subject: Subject | None = None
    counts: Mapping[str, int] = field(default_factory=dict)


def sections_for(viewing: Viewing) -> list[ShownSection]:
    """The person's menu on a page. Reads no row: rights come from what the person holds today."""
    shown = []
    for section in MENU:
        links = tuple(_links(section, viewing)) if viewing.season or not section.of_season else ()
        if links:
            shown.append(ShownSection(say(section.title, viewing.lang), links))
    return shown


def steps_of(phase: Phase) -> list[str]:
    """The bar of ten phases: `past`, `now`, or nothing for what lies ahead."""
    return ["past" if one.number < phase.number else "now" if one is phase else "" for one in Phase]


def _links(section: Section, viewing: Viewing) -> Iterator[Link]:
    season = viewing.season if section.of_season else None
    subject = viewing.subject or Subject() if section.of_season else INSTALLATION_SUBJECT
    for entry in section.entries:
        address = _address(entry, season)
        if address and _opens(entry, viewing.actor, subject):
            count = viewing.counts.get(entry.url_name, 0)
            yield Link(address, say(entry.label, viewing.lang), address == viewing.here, count)


def _address(entry: Entry, season: InSeason | None) -> str:
    try:
        return reverse(entry.url_name, args=[season.slug] if season else [])
    except NoReverseMatch:
        return ""


def _opens(entry: Entry, actor: Actor, subject: Subject) -> bool:
    if entry.roles != ALL and not {grant.role for grant in actor.grants} & entry.roles:
        return False
    return entry.verb is None or may(actor, entry.verb, subject)
