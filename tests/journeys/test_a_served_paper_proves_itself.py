"""Clause 2.4.c: whoever holds a served paper can check it alone: offline, or by its QR code in a browser."""

import io
import json
import re
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from mingfa.bureau.doorway import drawing
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.ledger import heads
from mingfa.bureau.papers import form, forms
from mingfa.bureau.papers.forms import fact
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.papers.tests.examples import EXAMPLES
from mingfa.bureau.work.rounds import round_of_work
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play
from mingfa.feed.item import open_item
from mingfa.portal import build
from mingfa.portal.server import Portal
from mingfa.portal.tests.visiting import CHROMIUM, browser, served, site_over
from mingfa.tlog import Policy, check_receipt

pytestmark = [pytest.mark.long, pytest.mark.clause("2.4.c")]
PAGE = Path(build.__file__).parent / "static/paper.js"


@pytest.fixture
def data(settings: Any, tmp_path: Path) -> Path:
    """Give logs, keys, feed and vault a data folder of their own."""
    settings.DATA, settings.VAULT = tmp_path, (tmp_path / "vault").as_uri()
    settings.LOGS, settings.KEYS, settings.FEED = (tmp_path / name for name in ("logs", "keys", "feed"))
    return tmp_path


def qr_of(pdf: bytes) -> str:
    """Read the code from the first page, as a phone does."""
    image = pypdfium2.PdfDocument(pdf)[0].render(scale=300 / 72).to_pil()
    (code,) = zxingcpp.read_barcodes(image)
    return str(code.text)


def attachments(pdf: bytes) -> dict[str, bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {name: spec.get_file().read_bytes() for name, spec in document.attachments.items()}


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return "".join(page.get_textpage().get_text_range() for page in pages)


def test_the_holder_checks_the_paper_with_nothing_but_the_paper(cast: Cast, stage: Stage, data: Path) -> None:
    decision = Play(stage, cast).to_decided()
    held = attachments(drawing.drawn(decision.index))
    entry = json.loads(held[drawing.ENTRY])
    checked = check_receipt(held[drawing.RECEIPT].decode(), held[drawing.ENTRY], Policy.of(heads.vkey()))
    item = open_item(entry["items"]["paper"], held[drawing.ITEM])
    facts = json.loads(item.value)
    assert checked.index == decision.index and entry["act"] == "decision.make"
    assert facts["document_no"] == decision.number and facts["penalties"][0]["amount"] == 17_500


def test_the_code_on_the_paper_opens_the_sealed_copy(
    cast: Cast, stage: Stage, data: Path, settings: Any
) -> None:
    pdf = drawing.drawn(Play(stage, cast).to_decided().index)
    address, _, code = qr_of(pdf).partition("#p=")
    name, key = code.split(".")
    copy = (data / "feed/sealed" / name).read_bytes()
    opened = json.loads(AESGCM(bytes.fromhex(key)).decrypt(copy[:12], copy[12:], None))
    assert address == f"{settings.PORTAL}/verify/"
    assert {part: words.encode() for part, words in opened.items() if part != "number"} == attachments(pdf)


@pytest.mark.browser
@pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="needs Chromium")
def test_a_phone_opens_every_outward_paper_of_a_case(cast: Cast, stage: Stage, data: Path) -> None:
    play = Play(stage, cast)
    play.to_decided()
    play.later(days=1)
    play.revoke()
    round_of_work(stage.now)
    papers = [row for row in Paper.objects.order_by("pk") if form(row.kind).outward]
    drawn = [(row, drawing.drawn(int(row.pk))) for row in papers]
    assert [row.kind for row in papers] == [
        "correction_order", "penalty_notice", "penalty_decision", "revocation_decision",
    ]  # fmt: skip
    with served(Portal(site_over(data))) as address, browser() as chromium:
        for row, pdf in drawn:
            page = chromium.new_page(viewport={"width": 375, "height": 800})
            page.goto(f"{address}/verify/#{qr_of(pdf).partition('#')[2]}")
            page.wait_for_selector("#result[data-verdict]")
            shown = page.inner_text("#result")
            assert f"这份文书已记入执法记录第 {row.pk} 条" in shown, shown
            digest = re.search(r"摘要 ((?:[0-9a-f]{4} ?){4})", text_of(pdf))
            assert digest is not None and digest[1].strip() in shown
            for words in (form(row.kind).title, row.number, "高新区示例小吃店"):
                assert words in shown
            assert ("175.00 元" in shown) == (row.kind in ("penalty_notice", "penalty_decision"))
            # What the paper does not print about its party is not shown either.
            assert ("13800000000" in shown) == ("13800000000" in text_of(pdf))
            page.close()


OUTWARD = {kind: shape for kind, shape in forms().items() if shape.outward}
ADD = "name it in the portal's static/paper.js"


def leaves(value: object) -> list[str]:
    """Return every text within a fact."""
    if isinstance(value, dict | list):
        return [
            text for part in (value.values() if isinstance(value, dict) else value) for text in leaves(part)
        ]
    return [value] if isinstance(value, str) and value else []


def test_the_page_knows_every_outward_form_and_every_act_that_makes_one() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for kind, shape in OUTWARD.items():
        assert f'["{shape.series}〔", "{kind}", "{shape.title}", ' in page, ADD
    for act in REGISTER.values():
        assert act.paper not in OUTWARD or f'"{act.name}": "{act.title}"' in page, f"{act.name}: {ADD}"


@pytest.mark.browser
@pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="needs Chromium")
def test_the_page_shows_every_content_of_every_outward_form(tmp_path: Path) -> None:
    with served(Portal(site_over(tmp_path))) as address, browser() as chromium:
        page = chromium.new_page()
        page.goto(f"{address}/verify/")
        for kind, shape in OUTWARD.items():
            facts = EXAMPLES[kind]
            shown = "\n".join(
                ": ".join(line) for line in page.evaluate("facts => paper.contents(facts)", facts)
            )
            assert "undefined" not in shown and "[object" not in shown, shown
            for content in shape.fields:
                value = fact(facts, content.name)
                for text in [] if content.name == "party.address" else leaves(value):
                    words = day_of(text) if re.match(r"\d{4}-\d\d-\d\d", text) else text
                    assert words in shown, f"{kind}, {content.name}: {ADD}"


def day_of(text: str) -> str:
    year, month, day = text[:10].split("-")
    return f"{int(year)}年{int(month)}月{int(day)}日"
