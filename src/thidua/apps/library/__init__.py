"""The library of a season: its plans, regulations, decisions and minutes, as files or by reference."""
