"""Verdicts in rows: a law, a day, a service, what it collects, and what must come out."""
