"""Plain text: lines, wrapping, page furniture."""
