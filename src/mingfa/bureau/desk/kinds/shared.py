"""The parts of an address: the kind of matters that it names (`cases`, `permits`), and numbers."""

from django.urls import register_converter
from django.urls.converters import IntConverter, StringConverter

from mingfa.bureau.desk.kinds import BY_PATH
from mingfa.bureau.lib.received import LARGEST


class MatterKind(StringConverter):
    """A kind of matters."""

    regex = "|".join(BY_PATH)


class Number(IntConverter):
    """A whole number that a column can hold; beyond it nothing is there."""

    regex = "[0-9]{1,19}"

    def to_python(self, value: str) -> int:
        number = int(value)
        if number > LARGEST:
            raise ValueError("no key is as large")
        return number


register_converter(MatterKind, "matters")
register_converter(Number, "number")
