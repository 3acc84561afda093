"""Example accounts: one for each post, opened on record, all with the same password, for the demo only."""

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User

from mingfa.bureau.people.happenings import password_set
from mingfa.bureau.people.models import Account
from mingfa.example.bureau import Cast, Stage

PASSWORD = "shili-2026"


def open_accounts(stage: Stage, cast: Cast) -> list[tuple[str, str]]:
    """Open an account for everybody who plays; return (user name, post) of those worth naming."""
    named = {
        "juzhang": (cast.head, "主要负责人（局长）"),
        "fujuzhang": (cast.deputies[0], "分管负责人（副局长）"),
        "fazhi": (cast.review_head, "法制审核机构负责人"),
        "shenhe": (cast.reviewers[1], "法制审核人员"),
        "gongshi": (cast.publicity, "公示管理员（发布）"),
        "gongshishenhe": (cast.publicity_head, "公示管理员（审核）"),
        "dangan": (cast.archivist, "档案管理员"),
        "jiandu": (cast.supervisor, "执法监督人员"),
        "renshi": (cast.appointer, "人事管理员"),
        "chuangkou": (cast.window, "窗口受理人员"),
    }
    for squad, team in enumerate(cast.officers, 1):
        for n, person in enumerate(team, 1):
            post = "执法人员、承办机构负责人" if n == 1 else "执法人员"
            named[f"duiyuan{squad}{n:02d}"] = (person, f"{post}（第{squad}中队）")
    # Hashed once: forty-odd slow hashes would be most of the demo's time.
    password = make_password(PASSWORD)
    for name, (person, _) in named.items():
        stage.act("account.open", cast.appointer, person=person, username=name)
    User.objects.filter(username__in=named).update(password=password)
    Account.objects.update(must_change=False)
    for account in Account.objects.select_related("user").order_by("person"):
        password_set(account.user, stage.now)
    return [(name, post) for name, (_, post) in named.items() if not name.endswith(tuple("345678"))]
