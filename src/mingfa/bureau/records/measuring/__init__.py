"""What was found of a recording when it came in: measured, entered, and never typed."""
