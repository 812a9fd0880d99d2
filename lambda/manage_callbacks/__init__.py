"""What operators see of callbacks and do about them; nothing of it leads to a telephone number."""
