"""R1..R7: subjects move between hub and homes, one batch at a time, nobody ever lost."""
