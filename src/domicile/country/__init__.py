"""Countries as people write them."""
