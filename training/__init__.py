"""How the reader is made: texts, treebanks, training and measuring. Not installed with the package."""
