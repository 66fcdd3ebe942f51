"""The report on measures (Maßnahmenbericht), made of facts and words."""
