"""The example: an invented bureau and invented cases, every act through the doorway. For the demo and the tests.

No real person, firm or number: names say 示例, numbers are made up.
"""
