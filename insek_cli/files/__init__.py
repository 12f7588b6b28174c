"""Reading and saving: alone knows paths and the formats of input."""
