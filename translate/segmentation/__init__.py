"""French sentence splitter: rules as data, lossless spans."""
