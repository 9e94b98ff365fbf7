"""A counter for a function beside it; no function."""

count = 0
