"""The one door to the exports: decides what stands on a paper or in a file; the formats decide how it looks."""
