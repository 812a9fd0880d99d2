"""Tells the ledger what a customer who was called back does: answers, wants to go on, or wants no call any more."""
