"""The pure core: values and rules, no clock, no database, no words for eyes."""
