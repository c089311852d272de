"""What somebody was told: the list, what is new in it, and what they want to hear of."""
