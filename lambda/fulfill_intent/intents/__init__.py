"""One module for each intent: given a turn, what to do. None of them reads a clock, the environment or AWS."""
