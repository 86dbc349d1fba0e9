"""`kpi init`: a catalog to begin with, proposed from the tables of a live database."""
