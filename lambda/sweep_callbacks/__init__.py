"""Finds what was left lying: callbacks that nobody was woken for, and calls of which nothing is heard."""
