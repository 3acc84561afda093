"""The part of an address that names a kind of matters: `cases`, `permits`."""

from django.urls import register_converter
from django.urls.converters import StringConverter

from mingfa.bureau.desk.kinds import BY_PATH


class MatterKind(StringConverter):
    """A kind of matters."""

    regex = "|".join(BY_PATH)


register_converter(MatterKind, "matters")
