"""Confiscation and the penalties that are carried out: what has to be on record before a case is finished."""
