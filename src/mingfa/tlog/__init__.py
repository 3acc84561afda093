"""The transparency log: hashing, tiles, proofs, notes, receipts. Pure functions and a folder, no Django.

The formats are those of C2SP (tlog-tiles, tlog-checkpoint, signed-note, tlog-cosignature, tlog-proof,
tlog-policy), so that strangers can check our logs with programs that are not ours. Stands on the plan,
（二）4: what is recorded is regular, lawful and valid (确保记录规范、合法、有效), and supervisors can see it.
"""

from mingfa.tlog.audit import Finding, audit
from mingfa.tlog.checkpoint import Checkpoint
from mingfa.tlog.commitment import check_commitment, commit, new_salt
from mingfa.tlog.errors import BadProof, Conflict, LogError, Malformed, Untrusted
from mingfa.tlog.export import export, publish
from mingfa.tlog.hashing import EMPTY_ROOT, leaf_hash, leaf_hashes, node_hash, root_of
from mingfa.tlog.keys import CosigningKey, Kind, SigningKey, VerifierKey
from mingfa.tlog.note import OpenedNote, Signature, open_note
from mingfa.tlog.policy import Policy, Trusted
from mingfa.tlog.proofs import check_consistency, check_inclusion, prove_consistency, prove_inclusion
from mingfa.tlog.receipt import Checked, Receipt, check_receipt, make_receipt, parse_receipt
from mingfa.tlog.store import FileStore, Store
from mingfa.tlog.tiles import TileReader, bundle_path, read_entries, root_from_tiles, tile_path
from mingfa.tlog.tree import Edge

__all__ = [
    "EMPTY_ROOT",
    "BadProof",
    "Checked",
    "Checkpoint",
    "Conflict",
    "CosigningKey",
    "Edge",
    "FileStore",
    "Finding",
    "Kind",
    "LogError",
    "Malformed",
    "OpenedNote",
    "Policy",
    "Receipt",
    "Signature",
    "SigningKey",
    "Store",
    "TileReader",
    "Trusted",
    "Untrusted",
    "VerifierKey",
    "audit",
    "bundle_path",
    "check_commitment",
    "check_consistency",
    "check_inclusion",
    "check_receipt",
    "commit",
    "export",
    "leaf_hash",
    "leaf_hashes",
    "make_receipt",
    "new_salt",
    "node_hash",
    "open_note",
    "parse_receipt",
    "prove_consistency",
    "prove_inclusion",
    "publish",
    "read_entries",
    "root_from_tiles",
    "root_of",
    "tile_path",
]
