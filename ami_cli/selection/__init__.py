"""Assessments and what people judged → a shortlist that can be defended."""
