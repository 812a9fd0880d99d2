"""One environment of the contact centre: the stack, its parts, and the settings that tell environments apart."""
