"""Papers drawn from what was recorded, and the act that keeps each drawing's digest on record."""

from .draw import ENTRY, ITEM, RECEIPT, drawn, facts_of_paper, facts_of_papers, waiting_to_be_drawn

__all__ = ["ENTRY", "ITEM", "RECEIPT", "drawn", "facts_of_paper", "facts_of_papers", "waiting_to_be_drawn"]
