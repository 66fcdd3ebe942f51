"""Reports: their documents, and the files made of them."""
