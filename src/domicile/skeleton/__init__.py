"""Skeleton: what stays in the hub of a person's row, and whom it still singles out."""
