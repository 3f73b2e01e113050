"""What all rules share: the engine that runs them, the pieces of an application, what they state, and the wording."""
