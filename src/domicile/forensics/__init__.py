"""Forensics: what the hub's files still hold of people who live elsewhere."""
