"""The desk as a Django app. It stands last in the house: when it is ready, every room has registered."""

import pkgutil
from importlib import import_module

from django.apps import AppConfig

import mingfa.bureau

REGISTERING = ("acts", "providers")


class DeskConfig(AppConfig):
    """Imports each room's and each slice's `acts` and `providers`, by their names; then checks them."""

    name = "mingfa.bureau.desk"
    label = "desk"

    def ready(self) -> None:
        found = pkgutil.walk_packages(mingfa.bureau.__path__, f"{mingfa.bureau.__name__}.")
        for name in sorted(module.name for module in found):
            if name.rpartition(".")[2] in REGISTERING and not name.startswith(self.name):
                import_module(name)
        import_module(f"{self.name}.declared").check()
