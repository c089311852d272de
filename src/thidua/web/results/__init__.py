"""What comes out of a season, for everybody who may read it: standings, score sheets, why each point is what it is."""
