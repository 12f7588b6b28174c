"""What is said: documents as blocks. Knows assessments, no path, clock, terminal or format."""
