"""Holidays: what a notice says of a year, announced by one and confirmed by another."""
