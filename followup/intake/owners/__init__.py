"""Who is meant: roles and names as people write them."""
