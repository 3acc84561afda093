"""What goes to the court goes out from the page of the enforcement, in the order of the law (强制法 55)."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client

from mingfa.bureau.enforcement.tests.conftest import next_year  # noqa: F401
from mingfa.example.bureau import Cast, Stage
from mingfa.example.enforcement import Enforcing


@pytest.mark.rule("EXEC-12")
def test_whoever_answers_sends_all_papers_to_the_court_in_one_file(
    at_desk: Callable[[int], Client], stage: Stage, cast: Cast
) -> None:
    fined = Enforcing(stage, cast).to_fined()
    fined.to_demanded()
    address = f"/enforcements/{fined.matter}/bundles/court/"
    handler = at_desk(fined.team[0])
    assert handler.get(address).status_code == 404, "the court was not applied to"
    fined.to_window()
    fined.apply()
    handler = at_desk(fined.team[0])
    assert f'href="{address}"' in handler.get(f"/enforcements/{fined.matter}/").content.decode()
    sent = handler.get(address)
    with ZipFile(BytesIO(b"".join(sent.streaming_content))) as bundle:
        titles = [name.split(" ")[1] for name in bundle.namelist()]
        assert all(bundle.read(name).startswith(b"%PDF-") for name in bundle.namelist())
    assert [titles[0], *titles[-2:]] == ["强制执行申请书", "送达回证", "送达回证"] and len(titles) == 5
    assert at_desk(cast.officers[1][0]).get(address).status_code == 404
