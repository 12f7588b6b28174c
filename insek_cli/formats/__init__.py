"""How things are written: one module per format. Knows blocks and assessments, not criteria."""
