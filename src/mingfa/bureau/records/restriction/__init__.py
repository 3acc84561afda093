"""Who may see a matter, decided at any step."""
