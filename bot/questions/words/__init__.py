"""The words of a text: tokens, lexicons, languages, clauses."""
