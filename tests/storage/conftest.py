"""The S3 service of this run: the one that `./mingfa test` started (MINGFA_VAULT), else a private one."""

import os
from collections.abc import Iterator

import pytest
from tests.servers import s3


@pytest.fixture(scope="session")
def s3_url() -> Iterator[str]:
    given = os.environ.get("MINGFA_VAULT", "")
    if given.startswith("s3:"):
        yield given
        return
    if reason := s3.available():
        pytest.skip(reason)
    with s3.running() as url:
        yield url
