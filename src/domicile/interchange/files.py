"""Files that come from elsewhere: read whole, of a size that can be held, in UTF-8."""

from __future__ import annotations

from pathlib import Path

from domicile.errors import ConfigError

MAX_BYTES = 8 * 1024 * 1024


def text_of(path: Path) -> str:
    """The content of the file, its ends of lines as they are.

    Raises:
        ConfigError: it cannot be read, is larger than MAX_BYTES or is not UTF-8.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)  # one more, so that what is too large is noticed
    except OSError as error:
        raise ConfigError(
            f"{path}: cannot be read: {error.strerror}", hint="name another file"
        ) from None
    if len(content) > MAX_BYTES:
        raise _too_large(str(path))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"{path}: is not UTF-8 at byte {error.start}", hint="save it as UTF-8"
        ) from None


def check_size(text: str, source: str) -> None:
    """Refuse a text that is larger than MAX_BYTES in UTF-8.

    Raises:
        ConfigError: it is.
    """
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "replace")) > MAX_BYTES:
        raise _too_large(source)


def _too_large(source: str) -> ConfigError:
    return ConfigError(f"{source}: is larger than 8 MB", hint="is it the right file?")
