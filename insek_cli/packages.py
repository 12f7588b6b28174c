"""What reading a damaged package (zip) of an office program raises: the library has no common name for it."""

import lzma
import zipfile
import zlib

BROKEN_PACKAGE: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,  # no directory, a header elsewhere, a wrong checksum
    zlib.error,  # contents that cannot be unpacked
    lzma.LZMAError,  # the same, packed in another way
    OSError,  # the same, packed in a third way (bz2); and a disk that fails
    EOFError,  # contents that end too soon
    RuntimeError,  # a password is needed; NotImplementedError, one of its kind: a way of packing nobody knows
    ValueError,  # an address before the beginning; UnicodeDecodeError, one of its kind: a name that is no text
)
