"""Word documents, whatever they say: text, tables, pages, and the parts that every one has (templates/word)."""
