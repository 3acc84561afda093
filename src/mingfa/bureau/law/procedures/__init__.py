"""The procedures as tables: steps, what is next, which terms run, and their charts."""
