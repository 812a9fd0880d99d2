"""What every function shares: settings, logging, Connect events and answers, clients, keyed hashes, opening hours."""
