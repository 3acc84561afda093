"""The API: the same acts and the same questions as the desk, for programs (design: INTERFACE)."""
