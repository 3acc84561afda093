"""Keeping and excluding evidence: eight kinds, bytes fixed by digest; what is excluded proves nothing."""

from datetime import timedelta

import pytest

from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.records import reads
from mingfa.bureau.records.inputs import EVIDENCE_KINDS
from mingfa.example.asking import misread, refused
from mingfa.example.cases import Play

FILE = {"sha256": "ab" * 32, "size": 1000, "media": "image/jpeg", "name": "示例照片.jpg"}


@pytest.fixture
def play(stage, cast):
    found = Play(stage, cast)
    found.register()
    return found


@pytest.mark.rule("EVID-01")
@pytest.mark.clause("2.1.a")
@pytest.mark.parametrize("kind", EVIDENCE_KINDS, ids=EVIDENCE_KINDS.values())
def test_evidence_is_of_one_of_the_eight_kinds(play, kind):
    done = play.keep(kind=kind, file=FILE)
    piece = reads.recorded(play.case).evidence[0]
    assert (piece.id, piece.kind, piece.sha256, piece.size, piece.media) == (
        done.index,
        kind,
        FILE["sha256"],
        1000,
        "image/jpeg",
    )


def test_a_ninth_kind_is_none(play):
    assert misread(play.keep, kind="hearsay") == {"kind": "请从列出的选项中选择一项。"}


@pytest.mark.rule("EVID-08")
@pytest.mark.clause("2.2.b")
@pytest.mark.parametrize("kind", EVIDENCE_KINDS, ids=EVIDENCE_KINDS.values())
def test_sound_picture_and_electronic_data_come_with_their_bytes(play, kind):
    if kind in ("av", "electronic"):
        assert refused(play.keep, kind=kind) == {"electronic_evidence_has_its_bytes": "EVID-08"}
    else:
        assert play.keep(kind=kind).index


@pytest.mark.rule("EVID-01")
@branching(("minutes", "passes"), [(60 * 24, True), (0, True), (-1, False)])
def test_evidence_was_obtained_before_it_is_entered(play, minutes, passes):
    made_at = play.stage.now + timedelta(seconds=1)
    obtained = {"obtained_at": (made_at - timedelta(minutes=minutes)).isoformat()}
    if passes:
        assert play.keep(**obtained).index
    else:
        assert refused(play.keep, **obtained) == {"evidence_was_obtained_before_it_was_entered": "EVID-01"}


@pytest.mark.rule("QUAL-04")
def test_nobody_keeps_evidence_on_an_expired_certificate(play):
    renewed = {"certificate": "示E0001", "certificate_from": "2024-01-01", "certificate_to": "2026-09-06"}
    play.stage.act("person.certify", play.cast.appointer, person=play.team[0], **renewed)
    assert refused(play.keep) == {"the_certificate_is_valid": "QUAL-04"}


def test_the_same_bytes_are_found_in_every_case(stage, cast, play):
    first = play.keep(file=FILE).index
    other = Play(stage, cast)
    other.register()
    second = other.keep(file=FILE).index
    assert sorted(reads.evidence_with(FILE["sha256"])) == [(play.case, first), (other.case, second)]
    assert reads.evidence_with("00" * 32) == []


# --- excluding


@pytest.fixture
def filed(play):
    play.keep(name="非法取得的录音")
    play.keep()
    play.verify()
    play.propose()
    play.file()
    return play


def exclude(play, evidence, by=None):
    return play.act("record.exclude", by, evidence=evidence, reason="以欺骗手段取得。")


@pytest.mark.rule("EVID-02")
def test_excluded_evidence_stays_on_file_and_proves_nothing(filed):
    bad, good = filed.evidence
    done = exclude(filed, bad)
    found = reads.recorded(filed.case)
    assert [e.id for e in found.evidence] == [bad, good]
    assert [e.id for e in found.usable] == [good]
    assert found.evidence[0].excluded == done.index


@pytest.mark.rule("EVID-02")
def test_only_what_is_on_file_and_stands_can_be_excluded(stage, cast, filed):
    answer = {"the_evidence_can_still_be_excluded": "EVID-02"}
    assert refused(exclude, filed, 10**9) == answer
    other = Play(stage, cast)
    other.register(place="别处")
    assert refused(exclude, filed, other.keep().index) == answer
    exclude(filed, filed.evidence[0])
    assert refused(exclude, filed, filed.evidence[0]) == answer


def test_only_a_handler_excludes(filed):
    with pytest.raises(NotYours, match="本案承办人"):
        exclude(filed, filed.evidence[0], by=filed.cast.officers[0][4])


def test_nothing_is_excluded_before_the_filing(play):
    assert refused(exclude, play, play.keep().index) == {"the_step_is_open": "AV-01"}
