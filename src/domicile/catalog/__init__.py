"""The data map: which tables and columns hold what, and how each row finds its subject."""
