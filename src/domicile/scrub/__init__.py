"""R7: make the hub's files forget the people who moved (I3)."""
