"""Search finds exact substrings from one character up, as a plain scan would: none lost, none too many."""

import random
import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingfa.portal.grams import body_of, index_words, match_of, normal, terms_of
from mingfa.portal.shards import grams_of
from mingfa.portal.store import SCHEMA

FTS = SCHEMA[SCHEMA.index("CREATE VIRTUAL TABLE find") :]
LETTERS = "占道经营犬王某第〇号新A8zZ·、。（）〔2026〕—ÄéşئۇيغۇرǅＡ㍿𠮷 　\n-_'\"*"


def indexed(bodies: list[str]) -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.execute(FTS)
    db.executemany("INSERT INTO find(rowid, body) VALUES(?,?)", enumerate(map(index_words, bodies)))
    return db


def found(db: sqlite3.Connection, query: str) -> list[int]:
    terms = terms_of(query)
    rows = db.execute("SELECT rowid FROM find WHERE find MATCH ? ORDER BY rowid", (match_of(terms),))
    return [row[0] for row in rows]


def scan(bodies: list[str], query: str) -> list[int]:
    terms = terms_of(query)
    return [i for i, body in enumerate(bodies) if all(term in body for term in terms)]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=8),
    st.text(LETTERS, min_size=1, max_size=4),
)
def test_search_equals_a_plain_scan(texts, query):
    if not terms_of(query):
        return
    bodies = [body_of([text]) or "x" for text in texts]
    assert found(indexed(bodies), query) == scan(bodies, query)


def test_search_equals_a_plain_scan_on_sentences():
    chance = random.Random(7)
    parts = (
        "擅自占用城市道路堆放物料",
        "未按规定覆盖运输建筑垃圾",
        "超出门窗经营",
        "犬只未束犬链",
        "示例路",
        "新A86361",
        "王某",
        "李某某",
    )
    bodies = [body_of(chance.choices(parts, k=4) + [str(chance.randint(1, 999))]) for _ in range(400)]
    db = indexed(bodies)
    whole = "".join(parts) + "0123456789"
    for _ in range(300):
        at, length = chance.randrange(len(whole)), chance.randint(1, 5)
        query = whole[at : at + length]
        assert found(db, query) == scan(bodies, query), query


def test_no_term_reaches_across_fields():
    bodies = [body_of(["甲乙", "丙丁"])]
    assert found(indexed(bodies), "乙丙") == []
    assert found(indexed(bodies), "乙 丙") == [0]


def test_a_document_can_be_taken_out_with_its_old_text():
    bodies = [body_of(["占道经营"]), body_of(["占道停车"])]
    db = indexed(bodies)
    db.execute("INSERT INTO find(find, rowid, body) VALUES('delete', 0, ?)", (index_words(bodies[0]),))
    assert found(db, "占道") == [1]


@pytest.mark.parametrize(
    ("typed", "kept"), [("Ａ８６", "a86"), (" 占道　经营\n", "占道 经营"), ("\ue000x\ue001", "x")]
)
def test_texts_are_compared_folded(typed, kept):
    assert normal(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "罚决字[2026]第37号",
        "罚决字(2026)第37号",
        "罚决字（2026）37号",
        "罚决字【２０２６】第３７",
        "罚决字〔2026〕第",
        "第37号",
        "37号",
        "高新(新)城管",
        "城\u200b管罚\ufeff决字",
        "阿示例•热合曼",
        "\u2f3e外广告",
        "3—201",
    ],
)
def test_numbers_and_names_are_found_as_people_type_them(typed):
    words = ["高新（新）城管罚决字〔2026〕第37号", "阿示例·热合曼", "户外广告，示例路3-201"]
    assert found(indexed([body_of(words), body_of(["占道经营"])]), typed) == [0]


@given(st.text(LETTERS, min_size=1, max_size=10))
def test_the_static_index_holds_every_character_and_pair(text):
    body = body_of([text])
    grams = grams_of(body)
    assert all(gram in body for gram in grams)
    assert all(run[i : i + 2] in grams for run in body.split() for i in range(len(run)))
