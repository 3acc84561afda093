"""The launcher `./mingfa` on a made-up machine: python, uv, id and apt-get are small scripts with a diary."""

import shutil
import subprocess
from pathlib import Path

import pytest

from mingfa.commands.checkout import ROOT

KEEPS_DIARY = 'echo "$(basename "$0") $*" >>"$DIARY"\n'


class Machine:
    """A folder with the launcher, and a PATH that begins with our scripts."""

    def __init__(self, folder: Path) -> None:
        self.home, self.bin, self.diary = folder / "mingfa", folder / "bin", folder / "diary"
        self.bin.mkdir()
        (self.home / ".venv" / "bin").mkdir(parents=True)
        shutil.copy(ROOT / "mingfa", self.home / "mingfa")
        for name in ("uv.lock", "pyproject.toml"):
            (self.home / name).write_text(name)
        self.script(self.bin / "id", "echo 1000\n")
        self.script(self.bin / "apt-get", KEEPS_DIARY)
        self.script(
            self.home / ".venv/bin/uv", '[ "$1" != --version ] || { echo "uv 0.13.9"; exit; }\n' + KEEPS_DIARY
        )
        self.script(self.home / ".venv/bin/python", '[ "$1" = -c ] || echo "$MINGFA_DATA $*"\n')

    def script(self, path: Path, code: str) -> None:
        path.write_text("#!/bin/sh\n" + code)
        path.chmod(0o755)

    def run(
        self, *arguments: str, launcher: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(launcher or self.home / "mingfa"), *arguments],
            env={"PATH": f"{self.bin}:/usr/bin:/bin", "DIARY": str(self.diary), **environment},
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
        )

    def syncs(self) -> list[str]:
        lines = self.diary.read_text().splitlines() if self.diary.exists() else []
        return [line for line in lines if line.startswith("uv sync")]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_it_prepares_once_and_passes_everything_on(machine: Machine) -> None:
    first = machine.run("term", "PUB-02", "a b")
    assert first.returncode == 0, first.stderr
    assert first.stdout == f"{machine.home}/var -m mingfa.commands term PUB-02 a b\n"
    assert "正在准备运行环境" in first.stderr
    again = machine.run("term")
    assert again.stderr == ""
    assert len(machine.syncs()) == 1


def test_it_prepares_again_when_the_lock_file_changes(machine: Machine) -> None:
    machine.run("acts")
    (machine.home / "uv.lock").write_text("changed")
    machine.run("acts")
    assert len(machine.syncs()) == 2


def test_tests_need_the_development_dependencies_and_they_stay(machine: Machine) -> None:
    machine.run("acts")
    machine.run("bench")
    machine.script(machine.home / ".venv/bin/pytest", "")
    machine.run("acts")
    assert ["--no-dev" in line for line in machine.syncs()] == [True, False]
    assert "--frozen --dev" in machine.syncs()[-1]


def test_it_works_through_a_link_and_with_another_data_folder(machine: Machine, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(machine.home / "mingfa")
    assert machine.run("acts", launcher=link, MINGFA_DATA="elsewhere").stdout.startswith("elsewhere -m")


def test_without_venv_it_says_what_to_install(machine: Machine) -> None:
    (machine.home / ".venv/bin/python").unlink()
    machine.script(machine.bin / "python3", 'case "$*" in *ensurepip*) exit 1 ;; esac\n')
    done = machine.run("acts")
    assert done.returncode == 1
    assert "sudo apt install -y python3-venv" in done.stderr


def test_as_root_it_installs_what_is_missing(machine: Machine) -> None:
    (machine.home / ".venv/bin/python").unlink()
    machine.script(machine.bin / "id", "echo 0\n")
    machine.script(machine.bin / "python3", 'case "$*" in *ensurepip*) exit 1 ;; *venv*) cp "$DIARY.python" '
                   f"{machine.home}/.venv/bin/python ;; esac\n")  # fmt: skip
    machine.script(Path(f"{machine.diary}.python"), "exit 0\n")
    assert machine.run("acts").returncode == 0
    assert "apt-get -qq install -y --no-install-recommends python3-venv" in machine.diary.read_text()


def test_an_interrupted_preparation_is_made_good(machine: Machine) -> None:
    """The stamp is written last: a sync that failed is tried again by the next run."""
    uv = machine.home / ".venv/bin/uv"
    whole = uv.read_text()
    machine.script(uv, '[ "$1" != --version ] || { echo "uv 0.13.9"; exit; }\nexit 1\n')
    failed = machine.run("acts")
    assert failed.returncode == 1
    assert "UV_INDEX_URL" in failed.stderr
    uv.write_text(whole)
    assert machine.run("acts").returncode == 0


def test_an_old_python_is_refused(machine: Machine) -> None:
    (machine.home / ".venv/bin/python").unlink()
    machine.script(machine.bin / "python3", 'case "$*" in *version_info*) exit 1 ;; esac\n')
    assert "3.11" in machine.run("acts").stderr


def test_fonts_for_papers_are_asked_for_once(machine: Machine) -> None:
    first, again = machine.run("check"), machine.run("check")
    assert "mingfa.bureau.papers.fonts" in first.stderr
    assert "mingfa.bureau.papers.fonts" not in again.stderr
    assert first.stdout == again.stdout
