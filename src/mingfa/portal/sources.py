"""What a table or feed was made from: the signed head, so that anyone can tell whether theirs is the same."""

from mingfa.portal.site import Site
from mingfa.tlog.note import split_note


def source_of_data(site: Site) -> dict[str, str | int]:
    place = site.store.place()
    if place is None:
        return {"公开日志": "尚未建立"}
    origin, size, root = split_note(place.note)[0].split("\n")[:3]
    return {"公开日志": origin, "条目数": int(size), "根哈希": root, "数据时间": site.store.newest_at()}
