"""One reader per format: bytes in, `Content` out, `UnreadableError` for what cannot be read."""
