"""What the bureau does by itself, in rounds: heads, disclosure, papers (plan 1.4.e)."""
