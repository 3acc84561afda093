"""Decisions to be published, and the hands through which a publication goes."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from mingfa.bureau.disclosure import reads
from mingfa.bureau.disclosure.values import PublicationView
from mingfa.bureau.doorway.look import CHINA
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import SHOP, Play

PERSON = {
    "kind": "person",
    "name": "王小明",
    "code": "110101199003077571",
    "address": "示例市高新区示例路100号1单元101室",
    "phone": "13800000000",
}
UNIT = {
    "kind": "unit",
    "name": "示例餐饮有限公司",
    "code": "91650104MA0000000J",
    "representative": "欧阳示例",
    "address": "示例市高新区示例路200号",
    "phone": "0991-2000000",
}
PARTIES: dict[str, dict[str, Any]] = {"person": PERSON, "unit": UNIT, "sole_trader": SHOP}
DECIDING = datetime(2026, 9, 21, 11, 0, tzinfo=CHINA)
NO_PENALTY: dict[str, Any] = {
    "outcome": "no_penalty_minor",
    "kinds": [],
    "amount": 0,
    "step": "",
    "factors": "初次违法，危害后果轻微，已及时改正。",
    "education": "已批评教育。",
}
INTEREST = "案件发生在公共场所，群众反映集中，公开有利于规范市容秩序。"


class Press:
    """Carries one case to its decision and its publication through the four hands."""

    def __init__(self, stage: Stage, cast: Cast) -> None:
        self.stage, self.cast = stage, cast
        self.play = Play(stage, cast)
        self.decision = self.pk = 0

    def decide(self, party: str = "sole_trader", *, serve: bool = True, **over: Any) -> "Press":
        """Carry a case with this party to its served decision; `over` goes into the conclusion."""
        self.against(PARTIES[party])
        self.play.to_reviewed(**over)
        return self._decided(serve)

    def decide_not_to_penalise(self, party: str = "unit", **over: Any) -> "Press":
        """Carry a case to a served decision without a penalty: there is nothing to tell before it."""
        self.against(PARTIES[party])
        self.play.to_concluded(**{**NO_PENALTY, **over})
        self.play.submit()
        self.play.later(days=1)
        self.play.review()
        return self._decided(True)

    def _decided(self, serve: bool) -> "Press":
        self.stage.now = DECIDING
        self.decision = self.play.decide().index
        if serve:
            self.play.serve(self.decision)
        return self

    def against(self, party: dict[str, Any]) -> None:
        """Let the case be about this party, and the one questioned be its own person."""
        propose, question = self.play.propose, self.play.question
        asked = party.get("representative") or party["name"]
        self.play.propose = lambda **more: propose(**{"party": party, **more})  # type: ignore[method-assign]
        self.play.question = lambda **more: question(**{"person": asked, **more})  # type: ignore[method-assign]

    def collect(self, by: int | None = None, **over: Any) -> int:
        """Collect the decision."""
        given = {"decision": self.decision, "public_interest": INTEREST, **over}
        who = self.play.team[0] if by is None else by
        done = self.stage.act("disclosure.collect", who, None, **given)
        self.pk = self.pk or done.index
        return done.index

    def hand_over(self) -> None:
        """Hand it over by the unit's leader."""
        self.stage.act(
            "disclosure.hand_over", self.cast.leaders[0], None, publication=self.pk, opinion="内容属实。"
        )

    def review(self, by: int | None = None, **over: Any) -> None:
        """Review it by the publicity office's second person."""
        given = {"publication": self.pk, "passed": True, "opinion": "同意公示。", **over}
        self.stage.act("disclosure.review", self.cast.publicity_head if by is None else by, None, **given)

    def publish(self, **over: Any) -> None:
        """Publish it."""
        self.stage.act("disclosure.publish", self.cast.publicity, None, publication=self.pk, **over)

    def to_published(self, party: str = "sole_trader", **over: Any) -> "Press":
        """Carry a case with this party to its publication; `over` goes into the collection."""
        self.decide(party)
        self.collect(**over)
        self.hand_over()
        self.review()
        self.publish()
        return self

    @property
    def publication(self) -> PublicationView:
        """The publication as it stands."""
        found = reads.publication(self.pk)
        assert found is not None
        return found


@pytest.fixture
def press(stage: Stage, cast: Cast) -> Press:
    """Return a press of the first squad."""
    return Press(stage, cast)


@pytest.fixture
def data(settings: LazySettings, tmp_path: Path) -> Path:
    """Point logs, keys and feed at a folder of this test, as a bureau's data folder."""
    settings.LOGS, settings.KEYS, settings.FEED = (tmp_path / name for name in ("logs", "keys", "feed"))
    return tmp_path
