"""The one table on the web: filled page by page, and all that was filled travels in the pages themselves."""
