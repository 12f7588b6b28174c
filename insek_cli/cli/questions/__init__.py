"""How each step of the interview is put to the user: one module a kind of step."""
