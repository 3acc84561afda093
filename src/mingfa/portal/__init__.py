"""The public site (plan 1.2–1.4): its own settings and database, made from nothing but the feed."""
