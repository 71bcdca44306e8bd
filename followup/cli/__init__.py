"""The shell's chair: arguments in, data on stdout, talk on stderr, an exit code of the contract."""
