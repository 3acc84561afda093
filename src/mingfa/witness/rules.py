"""When a head may be signed after another. The log's own signer and every outside witness ask the same.

- the tree never shrinks
- at equal size it is the same tree
- a larger tree is proven to begin with the one signed before
"""

from collections.abc import Sequence

from mingfa.tlog import Checkpoint, check_consistency
from mingfa.witness.refusals import Fork, NeedsProof, Shrunk


def extends(last: Checkpoint | None, new: Checkpoint, proof: Sequence[bytes]) -> None:
    """refuse (raise) unless `new` extends `last`; `proof` is the consistency proof from `last.size`."""
    if last is None or last.size == 0:
        if proof:
            raise Fork(0, new.size)
        return
    if new.size < last.size:
        raise Shrunk(last.size, new.size)
    if new.size > last.size and not proof:
        raise NeedsProof(last.size)
    if not check_consistency(last.size, new.size, last.root, new.root, proof):
        raise Fork(last.size, new.size)
