"""What a recording is, found out by a tool: how long it runs, what it holds, what is missing in it."""
