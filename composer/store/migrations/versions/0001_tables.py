"""Entries of a library, and imports of shipped content."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_INDEXED = ("name", "department", "stage")


def upgrade() -> None:
    op.create_table(
        "entries",
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("id", sa.String(130), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(2000), nullable=False),
        sa.Column("department", sa.String(64), nullable=True),
        sa.Column("stage", sa.String(32), nullable=True),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id"),
    )
    for column in _INDEXED:
        op.create_index(f"ix_entries_{column}", "entries", [column], unique=False)
    op.create_table(
        "imports",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("imported_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )


def downgrade() -> None:
    op.drop_table("imports")
    for column in reversed(_INDEXED):
        op.drop_index(f"ix_entries_{column}", table_name="entries")
    op.drop_table("entries")
