"""How each step of the interview is put to the user: one test file a module."""
