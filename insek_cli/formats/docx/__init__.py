"""Word files: blocks into OOXML. Knows blocks, not criteria."""
