"""Days and terms: which days are working days, and when a period ends."""
