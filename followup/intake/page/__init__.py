"""From the lines of a page to the blocks that the author wrote."""
