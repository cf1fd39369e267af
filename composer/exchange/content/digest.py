"""A fingerprint of content files, for telling whether they changed without reading what they say."""

import hashlib
from pathlib import Path


def digest_of(folder: Path) -> str:
    """Digest of the names and bytes of all content files under `folder`, as 64 hexadecimal digits."""
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".md") and path.is_file()):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0")
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()
