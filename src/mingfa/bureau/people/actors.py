"""Who acts, as the gates see them: plain values, no database."""

from dataclasses import dataclass
from datetime import date


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
