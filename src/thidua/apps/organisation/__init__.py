"""Units over time, the clusters of a year, their offices and the rotation of the chair."""
