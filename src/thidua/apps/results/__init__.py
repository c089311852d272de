"""What comes out of a season: points, score sheets, standings. Everything is computed from rows of the apps below."""
