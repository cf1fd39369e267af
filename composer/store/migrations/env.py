"""Alembic's entry: runs on the connection that composer.store.migrate hands over, in its transaction."""

from alembic import context

from composer.store.tables import Entry

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Entry.metadata,
    transactional_ddl=False,
    render_as_batch=True,
)
context.run_migrations()
