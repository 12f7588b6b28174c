"""The judgement: catalogue, conditions, answers, interview, scoring. Knows no path, clock, terminal or format."""
