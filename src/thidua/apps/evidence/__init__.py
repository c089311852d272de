"""What shows that a claim is true: a file or a document by its number, cited with page and grounds, never deleted."""
