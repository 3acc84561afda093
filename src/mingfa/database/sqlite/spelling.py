"""How SQLite must hold a day, a time or a yes: one value, one text. Used as CHECK on every such column.

SQLite has no types for them: it stores `'2026-12-1'` or `0` where a day belongs, Django may read it as a day,
and a comparison in SQL gives another answer. `date(x, '+0 days')` reckons, and gives the
canonical text of a day that there is, or something else.
"""

RULES = {
    "DateField": "{c} IS date({c}, '+0 days')",
    "DateTimeField": (
        "{c} IS datetime({c}, '+0 days') OR ({c} GLOB '????-??-?? ??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]'"
        " AND substr({c}, 1, 19) IS datetime(substr({c}, 1, 19), '+0 days') AND substr({c}, 20) <> '.000000')"
    ),
    "TimeField": "{c} IS time({c}, '+0 days') OR {c} GLOB '??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]'",
    "BooleanField": "{c} IS NULL OR ({c} IN (0, 1) AND typeof({c}) = 'integer')",
}


def spelt(kind: str, column: str) -> str | None:
    """Return the condition under which a column of this kind is spelt as we spell it, if there is one."""
    rule = RULES.get(kind)
    return None if rule is None else rule.format(c=f'"{column}"')
