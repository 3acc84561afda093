"""Why a paper was not made: each error says in Chinese what is wrong and what to do."""

from typing import NamedTuple


class Missing(NamedTuple):
    """A content that law or the form asks of a paper and that the facts do not give."""

    field: str
    label: str
    citation: str


class PaperError(Exception):
    """A paper that was asked for and not made; `str()` is a sentence for the user."""


class UnknownForm(PaperError):
    """No form has this kind."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(f"没有名为“{kind}”的文书格式，请核对文书种类。")


class Incomplete(PaperError):
    """The facts leave out what the paper must contain."""

    def __init__(self, title: str, missing: tuple[Missing, ...]) -> None:
        self.missing = missing
        listed = "；".join(m.label + (f"（{m.citation}）" if m.citation else "") for m in missing)
        super().__init__(f"《{title}》缺少应当载明的内容：{listed}。请补充后再制作。")


class Undrawable(PaperError):
    """The facts hold characters that no font at hand can show."""

    def __init__(self, characters: tuple[str, ...]) -> None:
        self.characters = characters
        listed = "、".join(name_of(c) for c in characters)
        super().__init__(
            f"下列字符现有字库无法显示：{listed}。请核对是否误录；"
            "确为人名、地名用字的，请管理员在字库目录中加装含有该字的字体。"
        )


class BadFacts(PaperError):
    """The facts are not plain data, or have another shape than the form expects."""

    def __init__(self, title: str, detail: str) -> None:
        self.detail = detail
        super().__init__(f"《{title}》的内容与文书格式不符，未能制作。请核对各项内容；技术信息：{detail}")


def name_of(character: str) -> str:
    """Return the character with its code point; only the code point where it has no visible form."""
    code = f"U+{ord(character):04X}"
    return f"“{character}”（{code}）" if character.isprintable() else code
