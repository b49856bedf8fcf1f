"""The proof that taking everything back leaves no trace: every row, and the dump of the schema."""
