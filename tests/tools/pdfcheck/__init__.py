"""Independent checks of PDF/A-2, PDF/UA-1 and of the house's own closed profile."""
