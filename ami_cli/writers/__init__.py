"""A content tree → the bytes of a file: one writer per format, for notices, minutes and letters alike."""
