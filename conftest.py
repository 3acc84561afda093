"""What all tests share: which of them can run here, and on which storage they ran."""

import os
import shutil

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def pytest_report_header() -> str:
    """Say where the rows and the bytes are kept in this run."""
    rows = "PostgreSQL" if os.environ.get("MINGFA_DATABASE") else "SQLite"
    stored = "S3" if os.environ.get("MINGFA_VAULT", "").startswith("s3:") else "文件"
    return f"存储：{rows} + {stored}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip browser tests, visibly, where no Chromium is installed."""
    if CHROMIUM is None:
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason="没有 Chromium：sudo apt install -y chromium"))
