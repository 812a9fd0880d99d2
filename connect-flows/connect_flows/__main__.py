"""`python -m connect_flows` is the command `connect-flows`."""

from connect_flows._cli import main

if __name__ == "__main__":
    main()
