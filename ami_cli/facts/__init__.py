"""Files to facts: what each file is and says, read in worker processes, kept in a cache. A bad file is facts too."""
