"""The one door to the database: values in, values out. The rest of the program never meets a row."""
