"""Django's two databases, with one change: a statement is written once, not at every question (ADR 0018)."""
