"""Templates that people edit, and what they name → a content tree: wording, dates and amounts, typography.

What a template prints is marked and set in place after its Markdown is read, so that no words from outside decide the
shape of a document.
"""
