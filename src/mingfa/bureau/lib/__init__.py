"""Small, pure things that know nothing of the bureau: money, numerals, identity numbers, canonical JSON."""
