"""The embedded MarianMT model and the store of further models."""
