"""Opening recordings: by right or by approval, upon a ground, at once, and on record."""
