"""Writes the tree in a format of Python's tarfile; or takes the end from a tar of blocks that are not grouped."""
import sys
import tarfile

if sys.argv[1] == "without-end":
    tar = sys.stdin.buffer.read()
    while tar.endswith(bytes(512)):
        tar = tar[:-512]
    sys.stdout.buffer.write(tar)
else:
    formats = {"ustar": tarfile.USTAR_FORMAT, "gnu": tarfile.GNU_FORMAT, "pax": tarfile.PAX_FORMAT}
    with tarfile.open(fileobj=sys.stdout.buffer, mode="w|", format=formats[sys.argv[1]]) as tar:
        tar.add("layers")
