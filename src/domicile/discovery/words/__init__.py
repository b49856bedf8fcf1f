"""What the names of tables and columns say, in eight languages."""
