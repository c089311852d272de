"""The installation's secret key: given, or made once and kept beside the data where nobody else may read it."""

import os
import secrets
from pathlib import Path

NAME = "secret.key"


def kept_key(folder: Path) -> str:
    """The key kept in a folder; made there when there is none. Several processes that start at once get the same."""
    path = folder / NAME
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _make(path)
    return path.read_text(encoding="ascii").strip()


def _make(path: Path) -> None:
    """Written whole under another name first: who links it is first, and nobody ever reads half a key."""
    draft = path.with_name(f"{NAME}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48) + "\n")
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass  # another process was first: its key counts
    finally:
        draft.unlink()
