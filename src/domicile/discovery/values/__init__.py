"""What sampled values say: tests for values of one column, in `examine`."""
