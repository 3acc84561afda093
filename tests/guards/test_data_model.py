"""The page of the data model is what the models are."""

from tests.guards.data_model import PAGE, page


def test_the_page_is_drawn_from_the_models() -> None:
    drawn = PAGE.read_text(encoding="utf-8")
    assert drawn == page(), "models changed: run `python -m tests.guards.data_model` and commit the page"
    assert "**Case** · sealed" in drawn and "→ people.Unit" in drawn
