"""Fonts: what they can show, and how the go-live check speaks of what is wanting."""

import pytest

from mingfa.bureau import papers
from mingfa.bureau.papers import fonts, typefaces


def test_undrawable_characters_come_once_and_in_order():
    assert papers.undrawable("甲\ue000乙\U0010fffe丙\ue000") == ("\ue000", "\U0010fffe")


def test_ordinary_text_is_drawable():
    assert (
        papers.undrawable(
            "当事人：某某（2026年9月28日）“引号”《法》〔2026〕第0001号，12.5㎡、¥500.00。\r\n\tAz"
        )
        == ()
    )


def test_every_role_has_a_family_and_names_only_families_that_are_there():
    there = set(typefaces.library().families())
    for stack in typefaces.stacks().values():
        names = [entry if isinstance(entry, str) else entry["name"] for entry in stack]
        assert names
        assert set(names) <= there


def test_the_check_says_what_is_wanting_and_what_to_do(monkeypatch):
    class Bare:
        def families(self) -> list[str]:
            return ["Libertinus Serif"]

    monkeypatch.setattr(typefaces, "library", Bare)
    song, rare = typefaces.check()
    assert "MINGFA_FONTS" in song
    assert "fonts-noto-cjk" in rare


def test_fonts_of_the_bureau_come_first(monkeypatch, tmp_path):
    monkeypatch.setenv("MINGFA_FONTS", str(tmp_path))
    assert typefaces.folders()[0] == tmp_path


@pytest.mark.parametrize("path", ["apt-get", "dpkg-deb"])
def test_fetching_without_a_package_tool_changes_nothing(monkeypatch, tmp_path, path):
    monkeypatch.setattr(fonts.shutil, "which", lambda name: None if name == path else name)
    assert fonts.fetch(tmp_path) is False
    assert list(tmp_path.iterdir()) == []
