"""Test cases in the testing language of Amazon Connect: read, check, render, run, each step apart."""
