"""Exchange formats of glossaries and translation memories: bytes to values and back."""
