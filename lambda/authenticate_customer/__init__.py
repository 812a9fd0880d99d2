"""Proves who is calling: telephone number and birth date, or telephone number and order number."""
