"""The library of indicators: the list, one with its versions, adding, changing, retiring, and a season beside it."""
