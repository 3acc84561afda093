"""In Chromium: the QR code of a served paper opens its proof; what was altered is refused, with its step."""

import json
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from mingfa.feed.source import FolderSource
from mingfa.feed.tests.making import FeedMaker, example
from mingfa.portal.build import build
from mingfa.portal.server import Portal
from mingfa.portal.tests.sealing import FACTS, NUMBER, Proof, recorded
from mingfa.portal.tests.visiting import CHROMIUM, browser, served, served_folder, site_over, visit
from mingfa.tlog import SigningKey

pytestmark = [
    pytest.mark.long,
    pytest.mark.browser,
    pytest.mark.clause("2.4.c"),
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="needs Chromium"),
]


@pytest.fixture(scope="module")
def chromium():
    with browser() as one:
        yield one


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> FeedMaker:
    return example(tmp_path_factory.mktemp("bureau"))


@pytest.fixture(scope="module")
def proof(made, tmp_path_factory) -> Proof:
    return recorded(made.record_key, tmp_path_factory.mktemp("record"))


@pytest.fixture(scope="module")
def live(made):
    with served(Portal(site_over(made.folder))) as address:
        yield address


@contextmanager
def opened(chromium, address: str, width: int = 1280, before: str = ""):
    """Open the address in a browser of its own, as a scan does; wait for the verdict."""
    context = chromium.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.add_init_script(before)
    page.goto(address)
    page.wait_for_selector("#result[data-verdict]")
    yield page
    context.close()


def told(chromium, address: str, before: str = "") -> tuple[str, str]:
    """Return the verdict and the words that the visitor reads."""
    with opened(chromium, address, before=before) as page:
        return page.get_attribute("#result", "data-verdict"), page.inner_text("#result")


PLAIN_HTTP = 'Object.defineProperty(Crypto.prototype, "subtle", {get: () => undefined})'


@pytest.mark.parametrize("before", ["", PLAIN_HTTP], ids=["https", "http"])
def test_a_true_paper_is_shown_as_it_was_recorded(chromium, live, made, proof, before):
    verdict, shown = told(chromium, f"{live}/verify/{proof.seal(made.feed)}", before)
    assert verdict == "good" and shown.count("通过：") == 4 and "未通过" not in shown
    assert "这份文书已记入执法记录第 11 条" in shown
    for words in (
        NUMBER, "行政处罚决定书", "2026年3月12日", "示例餐饮有限公司", "91650104MA00000000",
        FACTS["findings"],
        "1. 罚款 1,234.56 元", "2. 没收违法所得：五十元", "2. 询问笔录（证明当事人承认上述事实）",
        "作出决定", "2026-03-12 11:00:14", "2026-03-12 11:05:02", made.record_key.vkey(),
    ):  # fmt: skip
        assert words in shown, words
    assert "请不要仅凭这份文书缴款" not in shown and "undefined" not in shown


def altered_item(proof: Proof, old: str, new: str) -> Proof:
    assert old in proof.item["value"]
    return replace(proof, item={**proof.item, "value": proof.item["value"].replace(old, new)})


def altered_entry(proof: Proof) -> Proof:
    """The entry says another hour; its item still fits."""
    return replace(proof, entry=proof.entry.replace("11:00:14", "15:00:14"))


def signed_by_another(proof: Proof, folder: Path) -> Proof:
    """A whole log, entry and item that fit together, under the record's name but by a forger's key."""
    return recorded(SigningKey.from_seed("shili.example.cn/record", b"\x11" * 32), folder)


def test_each_single_alteration_is_refused_with_its_step(chromium, live, made, proof, tmp_path):
    index = proof.receipt.index("\n\n") - 10
    swapped = "A" if proof.receipt[index] != "A" else "B"
    signature = proof.receipt[:-12] + ("A" if proof.receipt[-12] != "A" else "B") + proof.receipt[-11:]
    cases = {
        "核对文书内容——与日志中的承诺值不符，内容被改动": altered_item(proof, "123456", "12345"),
        "核对文书内容——凭证中的文号与文书内容不同": replace(proof, number="示城管罚决字〔2026〕第019号"),
        "核对签名和条目——该条目不在检查点所述的日志中，或已被改动": altered_entry(proof),
        "核对签名和条目——日志签名不成立": replace(proof, receipt=signature),
        "核对签名和条目——没有受信任公钥的签名": signed_by_another(proof, tmp_path),
        "核对签名和条目——该条目不在检查点": replace(
            proof, receipt=proof.receipt[:index] + swapped + proof.receipt[index + 1 :]
        ),
        "读取凭证——这不是凭证文件": replace(proof, receipt="hello"),
        "核对文书内容——内容无法读取": replace(proof, item={"name": "paper"}),
    }
    for words, forged in cases.items():
        verdict, shown = told(chromium, f"{live}/verify/{forged.seal(made.feed)}")
        assert (verdict, words in shown) == ("bad", True), (words, shown)
        assert "这份文书未能通过验证" in shown and "请不要仅凭这份文书缴款或者履行" in shown
        assert "示例餐饮有限公司" not in shown


def test_a_wrong_key_an_altered_copy_and_an_unknown_name_are_refused(chromium, live, made, proof):
    fragment = proof.seal(made.feed)
    copy = made.feed / "sealed" / proof.name
    data = bytearray(copy.read_bytes())
    wrong_key = fragment[:-1] + ("0" if fragment[-1] != "0" else "1")
    for before in ("", PLAIN_HTTP):
        verdict, shown = told(chromium, f"{live}/verify/{wrong_key}", before)
        assert verdict == "bad" and "解开凭证——二维码中的密钥与凭证不符，或者凭证被改动" in shown
    for at in (0, 12, len(data) // 2, len(data) - 1):
        copy.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        verdict, shown = told(chromium, f"{live}/verify/{fragment}")
        assert verdict == "bad" and "解开凭证——" in shown
    copy.unlink()
    verdict, shown = told(chromium, f"{live}/verify/{fragment}")
    assert verdict == "bad" and "取得凭证——本站没有这份文书的凭证" in shown
    verdict, shown = told(chromium, f"{live}/verify/{fragment[:-1]}")
    assert verdict == "bad" and "二维码内容不完整" in shown


def test_a_site_that_does_not_answer_is_no_verdict_on_the_paper(chromium, live, made, proof):
    fragment = proof.seal(made.feed)
    with opened(chromium, f"{live}/verify/#i=99999") as page:
        page.route("**/feed/sealed/*", lambda route: route.abort())
        page.evaluate(f"location.hash = '{fragment}'")
        page.wait_for_selector("#result[data-verdict=open]")
        assert "没有完成验证，请稍后再试" in page.inner_text("#result")
        assert "未能通过" not in page.inner_text("#result")


def test_a_key_of_ones_own_is_asked_instead_of_the_sites(chromium, live, made, proof):
    with opened(chromium, f"{live}/verify/{proof.seal(made.feed)}") as page:
        assert page.get_attribute("#result", "data-verdict") == "good"
        page.click("summary")
        page.fill("#key", SigningKey.from_seed("shili.example.cn/record", b"\x11" * 32).vkey())
        page.press("#key", "Tab")
        page.wait_for_selector("#result[data-verdict=bad]")
        assert "没有受信任公钥的签名" in page.inner_text("#result")


def test_the_secret_never_leaves_the_browser(chromium, live, made, proof):
    fragment, asked = proof.seal(made.feed), []
    context = chromium.new_context()
    page = context.new_page()
    page.on("request", lambda request: asked.append(json.dumps([request.url, *request.headers.values()])))
    page.goto(f"{live}/verify/{fragment}")
    page.wait_for_selector("#result[data-verdict=good]")
    context.close()
    assert any(proof.name in one for one in asked)
    # Playwright names a page's address with its fragment; the browser does not send it.
    assert [one for one in asked if proof.key.hex() in one and "#p=" not in one] == []


@pytest.mark.parametrize("width", [1280, 375, 320])
def test_the_paper_fits_the_screen(chromium, live, made, proof, width):
    with opened(chromium, f"{live}/verify/{proof.seal(made.feed)}", width) as page:
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found = Axe().run(page).response["violations"]
        assert over <= 0 and [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []


def test_the_static_site_opens_papers_too_and_lists_none(chromium, made, proof, tmp_path):
    out = tmp_path / "site"
    fragment = proof.seal(made.feed)
    build(FolderSource(made.folder), out)
    with served_folder(out) as address:
        verdict, shown = told(chromium, f"{address}/verify/{fragment}")
    assert verdict == "good" and NUMBER in shown
    listing = [path for path in out.rglob("*") if path.is_file() and proof.name.encode() in path.read_bytes()]
    assert listing == []
    (made.feed / "sealed" / proof.name).unlink()
    build(FolderSource(made.folder), out)
    assert not (out / "feed/sealed" / proof.name).exists()


def test_a_sealed_copy_is_served_by_its_name_only(made, proof):
    proof.seal(made.feed)
    site = site_over(made.folder)
    page = visit(site, f"/feed/sealed/{proof.name}")
    assert page.body == (made.feed / "sealed" / proof.name).read_bytes()
    headers = dict(page.all_headers())
    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["X-Robots-Tag"] == "noindex" and headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Cache-Control"] == "no-store"
    for path in (
        "/feed/sealed/",
        "/feed/sealed",
        "/feed/sealed/" + "0" * 32,
        f"/feed/sealed/.{proof.name}.part",
    ):
        assert visit(site, path).status == 404
    assert visit(site, "/feed/record.vkey").body.decode().strip() == made.record_key.vkey()


def test_a_record_key_that_no_anchor_vouches_for_is_not_shown(tmp_path):
    made = example(tmp_path)
    other = SigningKey.from_seed("shili.example.cn/record", b"\x11" * 32).vkey()
    (made.feed / "record.vkey").write_text(other)
    site = site_over(made.folder)
    assert "record.vkey" in (site.standing.trouble or "")
    assert visit(site, "/feed/record.vkey").status == 404
    assert other not in visit(site, "/verify/").body.decode()
    pinned = site_over(made.folder, tmp_path / "pinned.sqlite3", record_vkey=made.record_key.vkey())
    assert pinned.standing.trouble is None
    assert visit(pinned, "/feed/record.vkey").body.decode().strip() == made.record_key.vkey()
