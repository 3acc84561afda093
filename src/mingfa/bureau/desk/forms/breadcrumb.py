"""Breadcrumbs of forms that do not belong to one matter: parent page and back link."""

WHENCE = {
    "appointments": ("机构人员", "/people/"),
    "cases": ("案件", "/cases/"),
    "catalogue": ("执法事项", "/items/"),
    "disclosure": ("公示", "/publications/"),
    "enforcement": ("强制执行", "/enforcements/"),
    "inspections": ("检查", "/inspections/"),
    "permits": ("许可", "/permits/"),
    "records": ("音像记录事项清单", "/recordings/"),
    "summary": ("当场处罚", "/spot/"),
}


def whence(room: str) -> tuple[str, str]:
    """Return name and address of the page from which the acts of a room begin."""
    return WHENCE.get(room, ("行为表", "/acts/"))
