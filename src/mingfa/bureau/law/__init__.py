"""The law as data with its source: rules, statutes, periods and procedures.

Plain Python, and tables that a lawyer can read and check. Nothing here knows a case, a person or a database.
"""
