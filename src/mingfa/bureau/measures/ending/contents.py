"""What the papers say while something is kept and when it goes (强制法 21, 26-28)."""

from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.measures import inputs
from mingfa.bureau.measures.contents import about, iso, rows_of, to
from mingfa.bureau.measures.facts import Holding
from mingfa.bureau.measures.values import CUSTODY, DISPOSALS, GROUNDS, Measure
from mingfa.bureau.records.contents import officers_block, remedy_block, written

DUTY = (
    "受托人不得损毁或者擅自转移、处置所保管的财物；因受托人的原因造成损失的，行政机关先行赔付后有权追偿"
    "（行政强制法第二十六条第二款）。保管费用由行政机关承担。"
)


def custody_facts(f: Holding, given: inputs.CustodyEntry) -> dict[str, object]:
    """Return what a 保管记录 says; what is stored gets a label for each piece, a third party its duty."""
    return {
        **to(f.party),
        **about(f.of),
        "kind": CUSTODY[given.kind],
        "things": rows_of(f.of, given.things or f.of.left),
        "detail": given.words,
        "keeper": given.keeper,
        "kept_at": given.kept_at,
        "sold_amount": given.proceeds or None,
        "recorder": f.by.name,
        "labels": _labels(f.of) if given.kind == "stored" else [],
        "duty": DUTY if given.kind == "entrusted" else "",
    }


def _labels(measure: Measure) -> list[dict[str, object]]:
    return [
        {**row, "keeper": measure.keeper, "kept_at": measure.kept_at}
        for row in rows_of(measure, measure.left)
    ]


def disposal_facts(f: Holding, given: inputs.Disposal) -> dict[str, object]:
    """Return what the 财物处理决定书 says; of a transfer, it tells the party (强制法 21)."""
    return {
        **to(f.party),
        **about(f.of),
        "how": DISPOSALS[given.how],
        "things": rows_of(f.of, f.chosen),
        "basis": written([given.basis]) if given.how == "destroyed" else given.basis,
        "document": given.document,
        "detail": given.words,
        "officers": officers_block(f.officers) if given.officers else [],
        **remedy_block(),
    }


def release_facts(f: Holding, given: inputs.ReleaseWord) -> dict[str, object]:
    """Return what the 解除查封（扣押）决定书 and its list say (强制法 28)."""
    return {
        **to(f.party),
        **about(f.of),
        "ground": GROUNDS[given.ground],
        "reason": given.reason,
        "basis": str(cite(f"行政强制法 28.1({list(GROUNDS).index(given.ground) + 1})")),
        "things": rows_of(f.of, f.chosen),
        **remedy_block(),
    }


def return_facts(f: Holding, given: inputs.HandingBack, measure: Measure) -> dict[str, object]:
    """Return what the 退还清单 says."""
    assert f.release is not None, "the gate on it has passed"
    return {
        **to(f.party),
        "original": {"number": f.release.number, "date": f.release.released_on.isoformat()},
        "things": rows_of(measure, f.release.things),
        "returned_at": iso(given.returned_at),
        "place": given.where,
        "receiver": given.receiver,
        "sold_amount": given.proceeds or None,
        "made_good_amount": given.made_good or None,
        "officers": officers_block(f.officers),
        "remark": given.remark,
    }
