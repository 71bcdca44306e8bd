"""One file for each step, named after the schema it makes."""
