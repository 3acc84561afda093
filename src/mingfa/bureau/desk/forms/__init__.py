"""Acts as forms: what the desk asks follows from the acts' typed inputs and nothing else (plan 2.3.b)."""
