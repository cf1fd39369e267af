"""Labels of form fields: one label to the data element that it asks for, by rule and dictionary, never by likeness."""
