"""How the window looks: tokens, palette, style sheet, type, icons."""
