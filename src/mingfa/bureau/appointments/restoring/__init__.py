"""A bureau that came out of a backup goes on by two hands, head and personnel together (ADR 0034)."""
