"""PostgreSQL, as Django has it, with statements written once."""
