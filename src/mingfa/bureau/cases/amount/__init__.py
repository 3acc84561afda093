"""The amount of a fine: within what the law sets, by what it is measured by."""
