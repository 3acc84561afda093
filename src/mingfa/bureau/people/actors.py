"""Who acts, as the gates see them: plain values, no database."""

from dataclasses import dataclass
from datetime import date

# Who decides who may do what, and who watches over it: such a post takes two hands (ADR 0032).
LEADING = {
    "head": "主要负责人",
    "deputy": "分管负责人",
    "appointer": "人事管理员",
    "supervisor": "执法监督人员",
    "reviewer": "法制审核人员",
    "review_head": "法制审核机构负责人",
}


@dataclass(frozen=True, slots=True)
class Actor:
    """A person on a day: posts held that day, certificate and qualification."""

    id: int
    name: str
    unit: int
    unit_name: str
    roles: frozenset[str]
    certificate: str
    certificate_from: date | None
    certificate_to: date | None
    legal_qualification: str

    def holds_certificate(self, on: date) -> bool:
        """Say whether the enforcement certificate is valid on a day (处罚法 42)."""
        if not self.certificate or self.certificate_from is None or self.certificate_to is None:
            return False
        return self.certificate_from <= on <= self.certificate_to
