"""What is kept, and how it may change: tables, journal, migrations. Knows nothing of followup and exports."""
