"""What leaves the program as bytes: one module for each format, and one writer of files.

It knows neither `followup` nor `db`, has no clock and no words of its own: values come in finished, bytes go out.
"""
