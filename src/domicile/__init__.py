"""Domicile keeps every person's data in the country whose law demands it."""
