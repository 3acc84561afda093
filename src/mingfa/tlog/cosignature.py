"""What a cosignature covers, byte for byte (C2SP tlog-cosignature, Ed25519 0x04 and ML-DSA-44 0x06).

A cosignature says: at this time, this was the largest tree of this log I had seen, and it extends all I saw
before.
"""

from mingfa.tlog.checkpoint import Checkpoint


def cosigned_text(time: int, text: str) -> bytes:
    """Return what an Ed25519 cosignature signs; `time` in Unix seconds."""
    return f"cosignature/v1\ntime {time}\n{text}".encode()


def cosigned_message(cosigner: str, time: int, checkpoint: Checkpoint) -> bytes:
    """Return what an ML-DSA-44 cosignature signs: the whole tree as the subtree [0, size)."""
    return b"".join(
        [
            b"subtree/v1\n\0",
            _vector(cosigner),
            time.to_bytes(8, "big"),
            _vector(checkpoint.origin),
            (0).to_bytes(8, "big"),
            checkpoint.size.to_bytes(8, "big"),
            checkpoint.root,
        ]
    )


def _vector(text: str) -> bytes:
    data = text.encode()
    return len(data).to_bytes(1, "big") + data
