"""The bureau's list of recorded steps (音像记录事项清单; 住建部令第34号 28): drawn from the procedure tables.

No list is kept beside the tables, so the list, the forms and the public flow charts cannot differ.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mingfa.bureau.law.procedures.procedure import Procedure, procedures
from mingfa.bureau.law.procedures.steps import Step

# Kept by drawing the list from what runs the matters.
KEEPS = ("AV-13", "AV-14")
IN_SOUND = ("av_mandatory", "av_situational")


@dataclass(frozen=True)
class RecordedStep:
    """One line: in which procedure and stage, which step, by whom, how recorded, on what paper."""

    procedure: str
    stage: str
    step: str
    act: str
    actor: str
    recording: str
    recording_zh: str
    paper: str
    citation: str

    @property
    def throughout(self) -> bool:
        return self.recording == "av_mandatory"


def recorded_steps() -> tuple[RecordedStep, ...]:
    """Return every step recorded in sound and picture, those recorded throughout first."""
    found = [line for table in procedures() for line in _lines(table)]
    return tuple(sorted(found, key=lambda line: IN_SOUND.index(line.recording)))


def _lines(table: Procedure) -> Iterator[RecordedStep]:
    stages = {stage.id: stage.zh for stage in table.stages()}
    for step in table.steps:
        if step.recording in IN_SOUND:
            yield _line(table, step, stages[step.stage])


def _line(table: Procedure, step: Step, stage: str) -> RecordedStep:
    return RecordedStep(
        procedure=table.title,
        stage=stage,
        step=step.zh,
        act=step.act,
        actor=table.roles[step.actor],
        recording=step.recording,
        recording_zh=step.recording_zh,
        paper=step.paper,
        citation="、".join(str(cited) for cited in step.citations),
    )


def as_csv() -> str:
    """Return the list as it is published: one line a step, with its headings."""
    rows = [("程序", "环节", "步骤", "记录主体", "记录方式", "文书", "依据")]
    rows += [
        (one.procedure, one.stage, one.step, one.actor, one.recording_zh, one.paper, one.citation)
        for one in recorded_steps()
    ]
    return "".join(",".join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)
