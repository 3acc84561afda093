"""The one spelling of a public content: what is committed to, stored in an item file and read back."""

import json

from pydantic import TypeAdapter

from mingfa.feed.notice import AgencyPage, Content, ItemPage, Notice, PublicText

NOTICE_KINDS = {
    "penalty": "行政处罚",
    "permit": "行政许可",
    "coercion": "行政强制",
    "inspection": "行政检查",
    "levy": "行政征收征用",
}
"""The five kinds of enforcement of 国办发〔2018〕118号; each is published as a Notice."""
KINDS = (*NOTICE_KINDS, "item", "agency")

_ADAPTERS: dict[str, TypeAdapter[Content]] = {
    **{kind: TypeAdapter(Notice) for kind in NOTICE_KINDS},
    "item": TypeAdapter(ItemPage),
    "agency": TypeAdapter(AgencyPage),
    "text": TypeAdapter(PublicText),
}
_OF_TYPE: dict[type, TypeAdapter[Content]] = {
    Notice: _ADAPTERS["penalty"],
    PublicText: _ADAPTERS["text"],
    ItemPage: _ADAPTERS["item"],
    AgencyPage: _ADAPTERS["agency"],
}


def canonical(data: object) -> str:
    """Return JSON with sorted keys, no blanks and no escapes that are not needed."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def to_value(content: Content) -> str:
    return canonical(_OF_TYPE[type(content)].dump_python(content, mode="json", exclude_none=True))


def from_value(kind: str, value: str) -> Content:
    """Read a content back.

    kind: the operation's kind, or "text" for the decision's text. Raises pydantic.ValidationError for a field
    that is missing, unknown or of another type, LeaksPersonalData for an ID number anywhere.
    """
    return _ADAPTERS[kind].validate_json(value, strict=True)


def kind_of_item(operation_kind: str, name: str) -> str:
    """Return the kind to read an item with: "text" is a text, "notice" is what the operation says."""
    return "text" if name == "text" else operation_kind
