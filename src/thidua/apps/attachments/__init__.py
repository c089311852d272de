"""Files that somebody attached: kept once, by their digest, and never changed. What they show, apps above know."""
