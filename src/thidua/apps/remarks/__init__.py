"""What is said about a cell of figures: questions with their answers, and comments on figures that were doubted."""
