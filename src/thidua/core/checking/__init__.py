"""Who checks whom, what is looked at on the spot, and how strict each appraiser was. Knows nothing of scores' rules."""
