"""Questions: from words to a `Question`, from a `Question` to an `Answer`. Pure: no I/O."""
