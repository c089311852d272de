"""What all areas share: the frame of a page, the words in templates, the middleware."""
