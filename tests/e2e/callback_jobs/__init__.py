"""The jobs of callbacks, done for real: a function is invoked, or a schedule or rule fires, and what it did looked at.

A job raises `JobFailed`, or another `AssertionError`, when any part of it was not done. It may be done again and again.
"""
