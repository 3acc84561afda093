"""A listed permit and an application to play with."""

import pytest

from mingfa.example.permit_item import list_permit
from mingfa.example.permits import Applying


@pytest.fixture
def play(stage, cast):
    """An application not yet received, for the example permit."""
    return Applying(stage, cast, list_permit(stage, cast))
