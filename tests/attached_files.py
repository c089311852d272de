"""Small files as people attach them: a PDF, and a photograph that tells where it was taken."""

import struct

PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n"


def jpeg_with_place(*, side: int = 6) -> bytes:
    """A JPEG with its notes: which side is up, and the place, in the form of a camera."""
    place = b"GPS 10.5354 106.4051"
    tiff = b"II*\0" + struct.pack("<IHHHIHHI", 8, 1, 0x0112, 3, 1, side, 0, 0) + place
    body = b"Exif\0\0" + tiff
    notes = b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    scan = b"\xff\xda" + struct.pack(">H", 4) + b"\0\0" + b"pixels" + b"\xff\xd9"
    return b"\xff\xd8" + notes + scan
