"""Translation engines behind one protocol and a literal registry."""
