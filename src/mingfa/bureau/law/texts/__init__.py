"""The statutes: their texts, articles, days in force, and what a change of law touches."""
