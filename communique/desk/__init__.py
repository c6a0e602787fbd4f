"""Where people meet the chronicle: the command line (``cli``). Knows every room; no room knows it."""
