"""Plays the demonstration through the services, each act at its own time and by the person who does it.

What belongs to the installation happens no later than the clock, so that people may go on working from there. A season
keeps the times of its own acts on its own chain: one that is recorded beyond the clock can be read and not written, and
its pages say so (docs/decisions/0006-demo-time.md).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from django.db import transaction

from thidua.apps import clock
from thidua.apps.access.models import Account
from thidua.apps.access.roles import SYSTEM, Actor, Role
from thidua.apps.access.selectors import actor_of
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.demo.campaigns import YEAR as CAMPAIGNS_OF
from thidua.apps.demo.campaigns import Campaigns
from thidua.apps.demo.library import Shelving
from thidua.apps.demo.pact import YEAR as PACT_OF
from thidua.apps.demo.pact import Signing
from thidua.apps.demo.reading import ScriptRefused, read_script
from thidua.apps.demo.scoring import Scoring
from thidua.apps.demo.script import DutyScript, Login, MovementScript, MoveScript, Script, SeasonScript
from thidua.apps.demo.standings import acts_on_standings
from thidua.apps.organisation.checking import ClusterPlan, MemberPlan, OfficePlan
from thidua.apps.organisation.models import Cluster
from thidua.apps.organisation.services.bulk import load_province_map
from thidua.apps.organisation.services.clusters import form_cluster, hand_over_chair
from thidua.apps.organisation.services.units import NewUnit, record_unit
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Duty, Movement, Season
from thidua.apps.seasons.services import (
    attest_guard,
    finish_duty,
    launch_movement,
    move_season,
    open_season,
    plan_phases,
    report_facts,
    set_duty,
)
from thidua.core.errors import Problem
from thidua.core.phases import Guard, Phase
from thidua.core.timeline import LegalBasis
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.tree import Level

Act = Callable[[], object]
BODY_NAME = "Công an"  # before the name of a province
REHEARSED = "Ghi trước để trình diễn: sự việc diễn ra sau giờ của đồng hồ"


def load_demo(folder: Path, *, at: datetime) -> tuple[Script, bool]:
    """The script, and whether it was loaded now: a database that has seasons keeps them as they are.

    All or nothing. Raises ScriptRefused: a mistake in a file, or a clock before the first day.
    """
    script = read_script(folder)
    if Season.objects.exists():
        return script, False
    if at < script.begins_at:
        raise ScriptRefused(Problem("demo.before_the_start", {"first": script.begins_at.date(), "at": at.date()}))
    with transaction.atomic():
        _Loading(script, at).run()
    return script, True


@dataclass(slots=True)
class _Loading:
    script: Script
    at: datetime
    accounts: dict[str, Account] = field(default_factory=dict)
    clusters: dict[int, Cluster] = field(default_factory=dict)
    movements: dict[str, Movement] = field(default_factory=dict)

    def run(self) -> None:
        with clock.standing_at(self.script.begins_at):
            self._found()
        for season in self.script.seasons:
            self._season(season)

    def _found(self) -> None:
        """The installation on its first day: people, the ministry, the provinces until and after 01/07/2025."""
        script, by = self.script, SYSTEM.author()
        for login in script.logins:
            self.accounts[login.username] = create_account(
                by=by,
                username=login.username,
                full_name=login.full_name,
                password=script.password,
                rank=login.rank,
                post=login.post,
            )
            self._assign(login)
        body = self._standing_body()
        record_unit(
            actor=body,
            new=NewUnit(script.ministry, script.ministry_name, Level.MINISTRY),
            starts_on=script.known_from,
        )
        load_province_map(actor=body, ministry=script.ministry, known_from=script.known_from, body=BODY_NAME)

    def _assign(self, login: Login) -> None:
        assign_role(
            by=SYSTEM.author(),
            account=self.accounts[login.username],
            role=login.role,
            starts_on=self.script.begins_at.date(),
            unit=login.unit,
            season=login.season,
        )

    def _person(self, username: str) -> Actor:
        return actor_of(self.accounts[username], on=clock.today())

    def _standing_body(self) -> Actor:
        return self._person(next(one.username for one in self.script.logins if one.role is Role.STANDING_BODY))

    def _secretary(self, unit: str) -> Actor:
        return self._in_role(Role.SECRETARY, unit)

    def _in_role(self, role: Role, unit: str) -> Actor:
        return self._person(next(one.username for one in self.script.logins if (one.role, one.unit) == (role, unit)))

    def _by(self, moment: datetime) -> datetime:
        """When something of the installation is recorded: as it happens, at the latest now."""
        return min(moment, self.at)

    def _season(self, script: SeasonScript) -> None:
        with clock.standing_at(self._by(script.cluster.formed_at)):
            cluster = self.clusters[script.year] = self._form(script)
            movement = self._movement(script.movement)
        if script.after:
            self._hand_over(script, cluster)
        with clock.standing_at(script.opened_at):
            season = open_season(
                actor=self._person(script.opened_by),
                cluster=cluster,
                movement=movement,
                data_from=script.data_from,
                data_to=script.data_to,
                document=script.document,
                after=Season.objects.get(pk=script.after) if script.after else None,
                illustration=script.illustration,
            )
            plan_phases(actor=self._person(script.opened_by), season=season, plan=script.plan)
        for moment, act in sorted(self._acts(script, season), key=lambda one: one[0]):
            with clock.standing_at(moment):
                act()

    def _form(self, script: SeasonScript) -> Cluster:
        """The cluster of the year; where a season hands over, the offices come with the handover."""
        one = script.cluster
        basis = LegalBasis(one.document, is_confirmed=True)
        offices = {OfficeKind.CHAIR: one.chair, OfficeKind.DEPUTY: one.deputy}
        plan = ClusterPlan(
            one.number,
            one.name,
            script.year,
            Level.PROVINCE,
            self.script.ministry,
            tuple(MemberPlan(code, one.holds_from, one.holds_until) for code in one.members),
            ()
            if script.after
            else tuple(
                OfficePlan(kind, unit, one.holds_from, one.holds_until, basis) for kind, unit in offices.items()
            ),
        )
        return form_cluster(actor=self._standing_body(), plan=plan, reason=self._rehearsed(one.formed_at))

    def _hand_over(self, script: SeasonScript, cluster: Cluster) -> None:
        """The chair of the year before hands over into the new cluster."""
        one, before = script.cluster, self.clusters[script.year - 1]
        with clock.standing_at(self._by(script.opened_at)):
            hand_over_chair(
                actor=self._standing_body(),
                cluster=before,
                into=cluster,
                to=one.chair,
                deputy=one.deputy,
                on=one.holds_from,
                document=one.document,
                reason=self._rehearsed(script.opened_at),
            )

    def _rehearsed(self, moment: datetime) -> str:
        return REHEARSED if moment > self.at else ""

    def _movement(self, script: MovementScript) -> Movement:
        """The movement of the name, launched when it is first needed, its parent before it."""
        if script.name not in self.movements:
            parent = self._movement(MovementScript(script.parent)) if script.parent else None
            self.movements[script.name] = launch_movement(
                actor=self._standing_body(),
                unit=self.script.ministry,
                name=script.name,
                slogan=script.slogan,
                theme=script.theme,
                parent=parent,
            )
        return self.movements[script.name]

    def _acts(self, script: SeasonScript, season: Season) -> Iterator[tuple[datetime, Act]]:
        """Everything that happens in a season after its opening, each with its time."""
        for duty in script.duties:
            yield from self._duty(duty, script, season)
        for move in script.moves:
            yield move.at, partial(self._move, move, season)
        if script.shown and script.shown_at:
            yield script.shown_at, partial(self._attest, script.shown, script.cluster.chair, season)
        if script.facts:
            yield script.opened_at, partial(self._report, script, season)
        if script.year == CAMPAIGNS_OF:
            one = script.cluster
            yield from Campaigns(season, one.members, one.chair, self._in_role).acts()
        if script.year == PACT_OF:
            one = script.cluster
            yield from Shelving(season, partial(self._in_role, Role.SECRETARY, one.chair)).acts()
            yield from Signing(season, one.members, one.chair, self.script.password, self._in_role).acts()
        if script.scores:
            body = self.script.ministry
            running = next((one.at for one in script.moves if one.to is Phase.RUNNING), script.opened_at)
            first = running + timedelta(days=2)
            people = self._in_role, self._person
            yield from Scoring(script.scores, season, script.cluster, body, *people, first).acts()
        yield from acts_on_standings(script.standings, season, self._person)

    def _duty(self, duty: DutyScript, script: SeasonScript, season: Season) -> Iterator[tuple[datetime, Act]]:
        rows: list[Duty] = []

        def put() -> None:
            rows.append(
                set_duty(
                    actor=self._person(duty.set_by or script.opened_by),
                    season=season,
                    title=duty.title,
                    holder=duty.holder,
                    role=duty.role,
                    phase=duty.phase,
                    due_on=duty.due_on,
                    unit=duty.unit,
                )
            )

        yield duty.set_at or script.opened_at, put
        for unit, moment in duty.done:
            yield moment, partial(self._finish, rows, unit)

    def _finish(self, rows: list[Duty], unit: str) -> None:
        finish_duty(actor=self._secretary(unit), duty=rows[0], unit=unit)

    def _move(self, move: MoveScript, season: Season) -> None:
        actor = self._person(move.by)
        for guard, document in move.shown.items():
            attest_guard(actor=actor, season=season, guard=guard, document=document)
        move_season(actor=actor, season=season, to=move.to)

    def _attest(self, shown: Mapping[Guard, Document], chair: str, season: Season) -> None:
        for guard, document in shown.items():
            attest_guard(actor=self._secretary(chair), season=season, guard=guard, document=document)

    def _report(self, script: SeasonScript, season: Season) -> None:
        report_facts(actor=self._person(script.opened_by), season=season, facts=script.facts)
