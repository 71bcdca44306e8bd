"""Reading plans out of documents: a thin reader for each format, one interpreter for all of them."""
