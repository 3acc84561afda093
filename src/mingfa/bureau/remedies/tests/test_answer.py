"""Answering: evidence and basis first, then the head's word; only what predates the decision goes out."""

import csv
import io
import zipfile

import pytest

from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.remedies import reads
from mingfa.bureau.remedies.bundle.contents import bundle
from mingfa.example.asking import refused


@pytest.mark.rule("REM-01", "REM-02", "EVID-09")
@branching("kind", ["reconsideration", "litigation"])
def test_an_answer_goes_out_with_evidence_and_basis(served, kind):
    if kind == "reconsideration":
        served.accept()
    else:
        served.sue()
    assert refused(served.answer) == {"evidence_and_basis_go_with_the_answer": "REM-02"}
    listed = served.list_evidence()
    paper = facts_of_paper(listed.index)
    assert [e["name"] for e in paper["evidence"]] == ["现场照片"]
    assert all(law.startswith("《") for law in paper["laws"])
    done = served.answer()
    said = facts_of_paper(done.index)
    assert said["list_number"] == listed.number
    assert (said["reason"], said["pieces"]) == ("认定事实清楚，证据充分；裁量适当；程序合法。请求维持。", 1)
    assert ("诉辩字" in done.number) == (kind == "litigation")
    assert refused(served.answer) == {"it_is_answered_once": "REM-01"}


@pytest.mark.rule("EVID-09")
def test_more_evidence_needs_leave_and_lies_apart(served):
    served.accept()
    assert refused(served.supplement, consent="") == {"more_evidence_has_leave": "EVID-09"}
    done = served.supplement()
    assert [s.id for s in reads.supplements(served.case)] == [done.index]


@pytest.mark.rule("EVID-09", "REM-01")
def test_the_bundle_holds_what_predates_the_decision_and_our_answer(served):
    served.accept()
    served.list_evidence()
    answered = served.answer()
    remedy = reads.remedies(served.case)[0]
    with bundle(remedy) as file, zipfile.ZipFile(io.BytesIO(file.read())) as archive:
        names = archive.namelist()
        rows = list(csv.reader(io.StringIO(archive.read("0目录.csv").decode("utf-8-sig"))))[1:]
        drawn = [archive.read(n)[:5] for n in names if n.endswith(".pdf")]
    assert set(drawn) == {b"%PDF-"}
    papers = [row[2] for row in rows if row[1] == "1文书"]
    assert papers[0] == "案件来源登记表" if "案件来源登记表" in papers else papers[0] == "立案审批表"
    assert papers[-1] == "行政处罚决定书" and "送达回证" in papers
    assert [row[2] for row in rows if row[1] == "5答复、答辩"] == ["证据、依据清单", "行政复议答复书"]
    before = [int(row[7]) for row in rows if row[1] != "5答复、答辩"]
    assert max(before) == served.decision < answered.index
    receipts = [row for row in rows if row[1] == "4存证凭证"]
    assert len(receipts) >= len(papers)
    assert all(row[5] in names for row in rows if row[5] not in ("实物", "文件缺失"))


def test_a_gap_is_named_and_not_hidden(served):
    served.accept()
    served.supplement()
    remedy = reads.remedies(served.case)[0]
    with bundle(remedy) as file, zipfile.ZipFile(io.BytesIO(file.read())) as archive:
        listed = archive.read("0目录.csv").decode("utf-8-sig")
    assert "文件缺失" in next(line for line in listed.splitlines() if "示例测绘图" in line)
