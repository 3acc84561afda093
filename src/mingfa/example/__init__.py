"""The example: an invented bureau and invented cases, each act through the doorway. For demo and tests.

No real person, firm or number: names say 示例, numbers are made up.
"""
