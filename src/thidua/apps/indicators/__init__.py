"""The library of indicators: what is counted, how, and by whom, for every season alike; a change is a new version."""
