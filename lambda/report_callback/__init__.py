"""Tells the ledger how far the call of a callback came: answered, to be put through or dropped, or not wanted."""
