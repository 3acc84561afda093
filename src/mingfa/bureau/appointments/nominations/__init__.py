"""Leading posts are given by two hands (ADR 0032): one nominates, another confirms."""
