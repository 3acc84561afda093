"""The plan: its sentences, and which of their demands are kept."""
