"""Find: where personal data sits, whose it is, and what speaks for where people belong."""
