"""Double random selection (双随机, 民营经济促进法 52) that anybody can repeat: pure functions.

How it is drawn, exactly: the seed is the text `salt:number`. Each name on the frozen list gets the SHA-256
digest of the UTF-8 text `seed:name`, in lower-case hexadecimal; the list is put in the order of the digests,
and the first n names are drawn. Inspectors are drawn for each object in the same way, with the seed
`seed:name of the object`. Names are credit codes (objects) and numbers of certificates (inspectors).

The salt and the list are on record before the public number is known, and the public number comes from
outside: nobody can aim, and nobody can choose again (docs/decisions).
"""

from collections.abc import Iterable
from hashlib import sha256

METHOD = "SHA-256 排序抽取法：对“种子:名称”逐一计算 SHA-256，按摘要从小到大排列，取前若干名。"


def draw(seed: str, names: Iterable[str], n: int) -> list[str]:
    """Draw n of the names."""
    return sorted(set(names), key=lambda name: sha256(f"{seed}:{name}".encode()).hexdigest())[:n]


def seed_of(salt: str, number: str) -> str:
    """Return the seed from what the bureau fixed beforehand and what the world said afterwards."""
    return f"{salt}:{number}"


def digest(names: Iterable[str]) -> str:
    """Return the digest of a list of names: sorted, one a line, SHA-256."""
    return sha256("\n".join(sorted(set(names))).encode()).hexdigest()


def draw_pairs(
    seed: str, objects: Iterable[str], count: int, inspectors: Iterable[str], each: int
) -> list[tuple[str, list[str]]]:
    """Draw objects, and for each of them its inspectors."""
    people = list(inspectors)
    return [(one, draw(f"{seed}:{one}", people, each)) for one in draw(seed, objects, count)]


def how_many(share: int, of: int) -> int:
    """Return how many objects a share in per cent is: rounded up, at least one."""
    return max(1, -(-of * share // 100))
