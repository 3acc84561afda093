"""The log's own signer: it holds the key and signs only what extends what it signed before.

It is the witness's rule applied to oneself. A program that can write the database, but not the signer's
folder, cannot fork the log, and nobody forks it by restoring a backup.
"""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from mingfa.tlog import Checkpoint, LogError, SigningKey, open_note
from mingfa.witness.heads import NOTHING, HeadFile
from mingfa.witness.refusals import NeedsProof, StateLost, WrongOrigin
from mingfa.witness.rules import extends
from mingfa.witness.seeds import create_seed, load_seed


class Signer:
    """Signs the heads of one log; `key_name` is the log's origin. Several logs may share a folder.

    Safe with several threads and processes. The folder must not be part of what is backed up and restored
    with the database.
    """

    def __init__(self, folder: Path, key_name: str) -> None:
        name = quote(key_name, safe="")
        self._head = HeadFile(folder, f"{name}.head")
        with self._head.locked():
            self._key = self._load_key(folder / f"{name}.key", key_name)

    def _load_key(self, file: Path, key_name: str) -> SigningKey:
        """load the key, or make it on the very first start.

        The mark that nothing was signed is written before the key: a key without any head file is a lost
        record, never a beginning, so that deleting the record does not open the way to a fork.
        """
        seed, head = load_seed(file), self._head.read()
        if seed is None:
            if head not in (None, NOTHING):
                raise StateLost(f"已签署过检查点，但密钥文件 {file.name} 不存在")
            self._head.write(NOTHING)
            seed = create_seed(file)
        return SigningKey.from_seed(key_name, seed)

    @property
    def vkey(self) -> str:
        return self._key.vkey()

    def last(self) -> Checkpoint | None:
        """give the last head that was signed, None before the first; raises StateLost."""
        note = self._head.read()
        if note == NOTHING:
            return None
        if note is None:
            raise StateLost("有密钥，但缺少最后签署的检查点")
        try:
            return Checkpoint.parse(open_note(note, [self._key.verifier]).text)
        except LogError as error:
            raise StateLost(f"最后签署的检查点已损坏（{error}）") from None

    def sign(self, checkpoint: Checkpoint, proof: Sequence[bytes], old_size: int | None = None) -> str:
        """give the signed note; `proof` is the consistency proof from `last().size` (empty before the first).

        With `old_size`, a caller whose proof starts elsewhere than at the last signed head gets
        NeedsProof and not Fork. The head is durable before this returns; the same head again gives the
        same note. Raises Fork, Shrunk, NeedsProof, WrongOrigin or StateLost.
        """
        if checkpoint.origin != self._key.name:
            raise WrongOrigin(checkpoint.origin, self._key.name)
        with self._head.locked():
            last = self.last()
            signed_size = last.size if last else 0
            if old_size is not None and old_size != signed_size:
                raise NeedsProof(signed_size)
            extends(last, checkpoint, proof)
            note = self._key.sign(checkpoint.text())
            self._head.write(note)
            return note
