"""Tells the ledger how the calls of callbacks went, from the contact events of Connect."""
