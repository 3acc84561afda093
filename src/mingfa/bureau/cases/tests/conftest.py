"""Cases of this room's tests: on the clue, verified, proposed, filed; and items made for one question."""

from typing import Any

import pytest

from mingfa.example.cases import Play


@pytest.fixture
def clue(stage, cast):
    """A registered clue with initial evidence."""
    play = Play(stage, cast)
    play.register()
    play.keep()
    return play


@pytest.fixture
def verified(clue):
    clue.verify()
    return clue


@pytest.fixture
def proposed(verified):
    verified.propose()
    return verified


@pytest.fixture
def filed(proposed):
    proposed.file()
    return proposed


@pytest.fixture
def new_item(stage, cast):
    """Draft and list an item; return its number."""

    def make(**over: Any) -> int:
        item = {
            "code": f"650104-ZF-9{over.pop('n', 1):03d}",
            "matter_code": "09999",
            "name": "示例事项",
            "field": "市容秩序",
            "office": cast.units["市容中队"],
            "breaks": ["市容条例 14"],
            "penalises": ["市容条例 36(2)"],
            "kinds": ["warning", "fine", "confiscate_gains"],
            "steps": [
                {"name": "轻微", "when": "初次违法并当场改正", "kind": "none"},
                {"name": "较轻", "when": "初次违法", "kind": "warning"},
                {"name": "一般", "when": "责令改正后未改正", "kind": "fine", "low": 5000, "high": 20000},
            ],
            "conditions": "有证据证明违法行为存在。",
            "time_limit": "自立案之日起九十日",
            "correction": "立即改正",
            "valid_from": "2023-01-01",
        }
        row = item | over
        row["bounds"] = [
            {"article": cited, "set_by": "示例市实施办法（示例）", "high": 2_000_000}
            for cited in row["penalises"]
        ]
        drafted = stage.act("item.draft", cast.reviewers[1], **row)
        stage.act("item.list", cast.review_head, item=drafted.index)
        return drafted.index

    return make
