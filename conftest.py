"""What every test may ask for: the example bureau, founded once, and a stage to act on."""

import os
import tempfile

from hypothesis import settings

# Tests never touch a real data folder: theirs is made before Django reads its settings.
os.environ.setdefault("MINGFA_DATA", tempfile.mkdtemp(prefix="mingfa-test-"))

pytest_plugins = ["mingfa.example.fixtures"]

# What a machine under load takes for one example says nothing about the law; time is measured in bench/.
settings.register_profile("mingfa", deadline=None)
settings.load_profile("mingfa")
