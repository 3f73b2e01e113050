"""Pictures: how many pages they hold; they have no text until it is recognised."""

import io
import warnings

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.content import Content, UnreadableError


def read(data: bytes, bounds: Bounds) -> Content:
    """Refuse a picture with its page count: without recognition nothing can be read in it.

    Raises:
        UnreadableError: always; no-text, damaged, or too large to unpack.
    """
    raise UnreadableError("no-text", "a picture has no text layer", pages=count(data, bounds))


def count(data: bytes, bounds: Bounds) -> int:
    """Return the pages of a picture, read from its headers alone; an UnreadableError where it is damaged or swells."""
    from PIL import Image, UnidentifiedImageError

    if data[4:8] == b"ftyp":
        return 1  # HEIC is told by its head; what is in it is left to programs that can unpack it
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data))
        if picture.width * picture.height > bounds.pixels:
            raise UnreadableError("too-large", f"a picture of {picture.width} × {picture.height} points")
        return int(getattr(picture, "n_frames", 1)) if picture.format == "TIFF" else 1
    except Image.DecompressionBombError as error:
        raise UnreadableError("too-large", "a picture that swells when unpacked") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, KeyError, TypeError, EOFError) as error:
        raise UnreadableError("damaged", "the picture cannot be opened") from error
