"""What only a document as a whole tells of its labels and headings: the habits of the one who wrote it."""
