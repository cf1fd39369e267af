"""Names of materials as guides word them: one name to the documents it means, and documents to what makes them one."""
