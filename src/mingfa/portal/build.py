"""The whole public site as static files, search included: for a portal's folder, a USB stick, any CDN.

A district bureau may not run a site of its own; its pages then live inside someone else's. The pages are made
by the same views as the live site's; only elder mode and search move into the browser. Sealed copies of
proofs go along where the feed is a folder; a feed behind a web address does not list them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from mingfa.feed.reader import LogReader
from mingfa.feed.source import FolderSource, Source
from mingfa.portal.listing import PER_PAGE
from mingfa.portal.page import Ask
from mingfa.portal.respond import answer
from mingfa.portal.shards import search_files
from mingfa.portal.site import Site
from mingfa.tlog.former import former_keys
from mingfa.tlog.tiles import WIDTH, border_width, bundle_path, full_tiles, level_count, tile_path

STATIC = ("calm.css", "icon.svg", "proof.js", "paper.js", "verify.js", "elder.js", "find.js", "officer.js")
VENDOR = ("vendor/noble.js", "vendor/noble.LICENSE.txt")
MANIFEST = ".mingfa-portal"
"""Lists the files of the last build, so that the next one takes away what was withdrawn, and nothing else."""
FORMS = ("csv", "xlsx", "json")


class NotBuilt(Exception):
    """The feed could not be verified, or a page failed; the folder must not be put online."""


@dataclass(frozen=True)
class Built:
    """`size`: entries of the public log that the site shows."""

    files: int
    size: int


def build(
    source: Source,
    out: Path,
    vkey: str | None = None,
    record_vkey: str | None = None,
    address: str = "http://localhost:8001",
) -> Built:
    """Render the site of a feed into a folder, new or built before; raises NotBuilt.

    Files of the last build that are no longer part of the site are removed: withdrawn content must not stay.
    """
    before = _built_before(out)
    with TemporaryDirectory() as scratch:
        site = Site(source, Path(scratch) / "portal.sqlite3", vkey, record_vkey, address)
        site.look()
        if site.standing.trouble:
            raise NotBuilt(f"公示数据未能核验，未生成静态网站：{site.standing.trouble}")
        written = {_write(out, path, data) for path, data in _files(site)}
        sealed = _copy_sealed(source, out)
    for stale in before - written:
        (out / stale).unlink(missing_ok=True)
    (out / MANIFEST).write_text("".join(f"{name}\n" for name in sorted(written)))
    return Built(len(written) + sealed, site.standing.size)


def _copy_sealed(source: Source, out: Path) -> int:
    """Copy the sealed proofs of served papers and return how many; no list of the site names them."""
    folder = out / "feed" / "sealed"
    names = source.sealed() if isinstance(source, FolderSource) else []
    for name in names:
        _write(out, f"/feed/{name}", source.read(name))
    for stale in {path.name for path in folder.glob("*")} - {Path(name).name for name in names}:
        (folder / stale).unlink()
    return len(names)


def _built_before(out: Path) -> set[str]:
    manifest = out / MANIFEST
    if manifest.exists():
        return set(manifest.read_text().splitlines())
    if out.exists() and any(out.iterdir()):
        raise NotBuilt(f"文件夹 {out} 不为空，也不是以前生成的静态网站；请换一个空文件夹。")
    return set()


def _files(site: Site) -> Iterator[tuple[str, bytes]]:
    for path in _addresses(site):
        yield path, _render(site, path)
    yield "/404.html", answer(Ask(site, "/404.html", folder=True)).body
    for name, data in search_files(site.store):
        yield f"/search/{name}", data


def _render(site: Site, path: str) -> bytes:
    page = answer(Ask(site, path, folder=True))
    if page.status != 200:
        raise NotBuilt(f"页面 {path} 未能生成（{page.status}）")
    return page.body


def _write(out: Path, path: str, data: bytes) -> str:
    name = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
    place = out / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return name


def _addresses(site: Site) -> Iterator[str]:
    """Yield every address of the site that is a page or a file."""
    store, size = site.store, site.standing.size
    for section in ("items", "officers", "statistics", "decisions"):
        yield f"/{section}/"
        yield from (f"/{section}/{section}.{form}" for form in FORMS)
    yield from ("/", "/complaints/", "/progress/", "/verify/", "/feed/", "/feed/atom.xml", "/feed/feed.json")
    slugs = [row["slug"] for row in store.rows("SELECT slug FROM record GROUP BY slug ORDER BY max(id)")]
    total = store.rows("SELECT id FROM record")
    yield from (f"/decisions/page-{page}/" for page in range(1, -(-len(total) // PER_PAGE) + 1))
    yield from (f"/decisions/{slug}/" for slug in slugs)
    for _, page in store.items():
        yield f"/items/{page.code}/"
        if page.flow_svg is not None:
            yield f"/items/{page.code}/flow.svg"
    yield from (f"/feed/receipt/{index}" for index in range(size))
    yield from (f"/feed/item/{row['commitment']}" for row in store.rows("SELECT commitment FROM item"))
    if site.record_vkey:
        yield "/feed/record.vkey"
    yield from (f"/feed/log/{path}" for path in ("checkpoint", "vkey", *_log_paths(size)))
    lives = range(1, len(former_keys(LogReader(site.source))) + 1)
    yield from (f"/feed/log/before/{life}/vkey" for life in lives)
    yield from (f"/static/{name}" for name in (*STATIC, *VENDOR))


def _log_paths(size: int) -> Iterator[str]:
    """Yield the files that a log of this size consists of."""
    for level in range(level_count(size)):
        yield from (tile_path(level, n) for n in range(full_tiles(size, level)))
        if width := border_width(size, level):
            yield tile_path(level, full_tiles(size, level), width)
    yield from (bundle_path(n) for n in range(size // WIDTH))
    if size % WIDTH:
        yield bundle_path(size // WIDTH, size % WIDTH)
