"""Calls the customer whose callback is due, if somebody is free to talk and nobody else is at it."""
