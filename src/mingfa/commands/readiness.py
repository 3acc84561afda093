"""What must be in order before a bureau goes live, judged on plain values; `check` gathers them.

Plan 3.1.a and 3.1.b (a legal office with its reviewers), 1.1.a (nobody reviews the notice they wrote).
What blocks would make an act unlawful or a paper wrong; the rest is said and left to the bureau.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from mingfa.bureau.appointments.values import NEEDS
from mingfa.bureau.law.config import Config, local_values, missing
from mingfa.bureau.law.time.calendar import Calendar, years_to_know
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.models import Role

EXAMPLE = "示例"
EXPIRES_SOON = datetime.timedelta(days=60)
GIB = 1024**3
LEAST_SPACE, LITTLE_SPACE = 1 * GIB, 10 * GIB
LEAST_SECRET = 32
LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]", "::1", "testserver"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not in order, and what to do about it. `blocks`: no go-live before it is."""

    blocks: bool
    because: str
    todo: str


def of_local_values(config: Config, today: datetime.date) -> Iterator[Finding]:
    """Yield the local values that are not set, and those whose basis is only an example."""
    for one in missing(config, today):
        yield Finding(
            True,
            f"尚未设定“{one.zh}”（{one.id}，规则{one.rule}）。",
            "由法制机构查明本地规定，以“设定本地参数”录入取值和依据。",
        )
    for one in local_values().values():
        found = config.recorded(one.id, today)
        if found is not None and found.citation.startswith(EXAMPLE):
            because = f"“{one.zh}”（{one.id}）仍为示例取值。"
            yield Finding(True, because, "以“设定本地参数”录入本地的真实取值和依据。")


def of_calendar(calendar: Calendar, today: datetime.date) -> Iterator[Finding]:
    """Yield the years whose holidays should be known: this year's blocks, from November the next."""
    for year in years_to_know(today):
        if year not in calendar.years:
            yield Finding(
                year == today.year,
                f"{year}年的放假安排尚未录入，跨入该年的期限只能按可能的最早、最晚之日计算。",
                f"国务院办公厅公布《关于{year}年部分节假日安排的通知》后，以“录入放假安排”录入，由另一人确认。",
            )
        if year not in calendar.local_years:
            yield Finding(
                year == today.year,
                f"{year}年本地民族节日的放假安排尚未录入。",
                "以“录入放假安排”录入当地人民政府的通知；当年没有的，不列日期，录入一次。",
            )


def of_posts(holders: Mapping[str, Sequence[Actor]]) -> Iterator[Finding]:
    """Yield the posts that lack people, and reviewers without legal qualification."""
    for need in NEEDS:
        there = len({holder.id for holder in holders.get(need.role, ())})
        if there < need.least:
            because = f"{need.role.label}现有{there}人，至少需要{need.least}人（{need.basis}）。"
            yield Finding(need.blocks, because, f"由人事管理员任命{need.role.label}。")
    for role in (Role.REVIEWER, Role.REVIEW_HEAD):
        for holder in holders.get(role, ()):
            if not holder.legal_qualification:
                yield Finding(
                    True,
                    f"{role.label}{holder.name}没有登记法律职业资格（行政处罚法 58.2）。",
                    "补录国家统一法律职业资格证书编号，或者另行任命有资格的人员。",
                )


def of_ratio(reviewers: int, officers: int) -> Iterator[Finding]:
    """Yield the shortfall where reviewers are less than one in twenty of the officers (方案 3.1.b)."""
    if reviewers * 20 < officers:
        wanted = -(-officers // 20)
        because = f"执法人员{officers}人，法制审核人员{reviewers}人，不足5%（方案 3.1.b）。"
        yield Finding(False, because, f"增配法制审核人员，至少达到{wanted}人。")


def of_certificates(officers: Sequence[Actor], today: datetime.date) -> Iterator[Finding]:
    """Yield certificates that have expired or expire within 60 days; their holders can then not act."""
    for officer in officers:
        until = officer.certificate_to
        if not officer.holds_certificate(today):
            because = f"{officer.name}没有在今日有效的行政执法证件，不能办案（行政处罚法 42）。"
        elif until is not None and until <= today + EXPIRES_SOON:
            because = f"{officer.name}的行政执法证件将于{until}到期。"
        else:
            continue
        yield Finding(False, because, "办理换证，并以“登记执法证件”录入新证。")


def of_site(hosts: Sequence[str], portal: str, origin: str, secret: str, *, debug: bool) -> Iterator[Finding]:
    """Yield what is unsafe or still a placeholder in the settings of the site."""
    if "*" in hosts:
        yield Finding(True, "MINGFA_HOSTS 允许任意主机名。", "列出本站的主机名，以逗号分隔。")
    elif set(hosts) <= LOCAL:
        because = "MINGFA_HOSTS 只含本机，其他电脑不能访问内网办案。"
        yield Finding(False, because, "设定 MINGFA_HOSTS 为本站的主机名。")
    if len(secret) < LEAST_SECRET:
        because = f"MINGFA_SECRET 少于{LEAST_SECRET}个字符。"
        yield Finding(True, because, "删去 MINGFA_SECRET 由系统自动生成，或者换用更长的随机字符串。")
    if debug:
        yield Finding(True, "调试模式处于开启状态。", "关闭调试模式后再上线。")
    address = urlsplit(portal)
    if address.hostname is None or address.hostname in LOCAL:
        because = f"公示门户地址为 {portal}，印入文书的二维码将无法使用。"
        yield Finding(True, because, "设定 MINGFA_PORTAL 为门户的公开网址。")
    elif address.scheme != "https":
        yield Finding(False, f"公示门户地址 {portal} 未使用 https。", "为门户配置证书，改用 https 网址。")
    if origin.split("/")[0].endswith("example.cn"):
        yield Finding(
            True,
            f"日志名称仍为示例（{origin}）。",
            "在设立机关之前设定 MINGFA_ORIGIN；名称一经写入日志不能更改，须在新的数据目录中重新设立。",
        )


def of_addresses(site: Sequence[str]) -> Iterator[Finding]:
    """Yield addresses of the inside site that are asked for in clear, or none at all."""
    if not site:
        because = "没有设定内网办案的网址（MINGFA_SITE），登录和办理内容以明文传输。"
    elif clear := [one for one in site if not one.startswith("https://")]:
        because = f"内网办案网址 {'、'.join(clear)} 未使用 https，登录和办理内容以明文传输。"
    else:
        return
    todo = "为内网办案配置证书（mingfa serve --tls，或者反向代理），并设定 MINGFA_SITE 为 https 网址。"
    yield Finding(True, because, todo)


def of_space(free: int, place: str) -> Iterator[Finding]:
    """Yield a lack of disk space; `free` in bytes."""
    if free < LITTLE_SPACE:
        because = f"{place} 所在磁盘仅余 {free / GIB:.1f} GiB。"
        yield Finding(free < LEAST_SPACE, because, "扩充磁盘；音像记录每小时约占 1 至 2 GiB。")


def of_modes(modes: Mapping[str, int]) -> Iterator[Finding]:
    """Yield the key files and folders that others than their owner may open; `modes` are permission bits."""
    for name, mode in modes.items():
        if mode & 0o077:
            right = 0o700 if name.endswith("/") else 0o600
            because = f"{name} 的权限为 {mode:o}，其他用户可以读取密钥。"
            yield Finding(True, because, f"运行 chmod {right:o} {name}。")
