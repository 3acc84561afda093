"""Service as gates and pages see it: plain values, and the words of its choices."""

from dataclasses import dataclass
from datetime import date

METHODS = {
    "personal": "直接送达",
    "leave": "留置送达",
    "mail": "邮寄送达",
    "electronic": "电子送达",
    "forwarded": "转交送达",
    "public_notice": "公告送达",
    "on_the_spot": "当场交付",
}
# Who may sign for the party (民事诉讼法 88), and through whom service is forwarded (92-93).
RELATIONS = {
    "self": "本人（经营者本人）",
    "family": "同住成年家属",
    "representative": "法定代表人、主要负责人",
    "mail_officer": "负责收件的人（收件部门）",
    "agent": "代理人",
    "designated": "当事人指定的代收人",
    "army": "所在部队团以上单位的政治机关",
    "prison": "所在监所",
    "correction": "所在强制性教育机构",
}


@dataclass(frozen=True, slots=True)
class Recipient:
    """On whom a paper is served; of a unit others may sign than of a citizen (民事诉讼法 88)."""

    name: str
    is_unit: bool


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper that may be served; an `outward` one is addressed to the party."""

    id: int
    kind: str
    number: str
    title: str
    matter: int | None
    made_on: date
    outward: bool


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Where the party wants to be served, as it signed (送达地址确认书)."""

    number: str
    address: str
    electronic: bool
    electronic_to: str


@dataclass(frozen=True, slots=True)
class Announced:
    """A public notice of a service; `ends_on` is the day on which its thirty days have run."""

    id: int
    number: str
    published_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class ServiceView:
    """One service of one paper. `served_on`, the day of legal effect, may lie ahead for a public notice."""

    id: int
    matter: int
    paper: int
    paper_kind: str
    paper_number: str
    method: str
    served_on: date
    number: str
    relation: str
    has_media: bool

    @property
    def method_zh(self) -> str:
        """The method in the law's words."""
        return METHODS[self.method]
