"""A PDF that is filled in: a page that typst sets, and the form fields (AcroForm, ISO 32000) that are laid upon it."""
