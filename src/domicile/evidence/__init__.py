"""Verification: what the hub, the homes and the directory say, compared."""
