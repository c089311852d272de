"""Pages of the library of documents."""
