"""visavis: French to English annotated translation. See DESIGN in docs/ and the README."""
