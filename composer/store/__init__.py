"""What is kept in a database: tables, sessions, migrations, and a repository that returns model types."""
