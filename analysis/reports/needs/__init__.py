"""The first results of a survey as a report: counts, shares and means, protected."""
