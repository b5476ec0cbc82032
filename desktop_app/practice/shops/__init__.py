"""Practice shops: ePages, Geins and Centra as their documents describe them, with some orders."""
