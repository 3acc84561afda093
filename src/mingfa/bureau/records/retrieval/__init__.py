"""Opening recordings under supervision: whoever sees bytes has left an entry first."""
