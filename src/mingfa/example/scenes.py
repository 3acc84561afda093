"""What happens in each example case, where and to whom: invented streets, shops and people."""

from dataclasses import dataclass

from mingfa.example.codes import credit_code

STREETS = ("北京路", "二工街", "长春中路", "杭州路", "银川路", "南纬路", "鲤鱼山路", "迎宾路")
NAMES = ("王示例", "李示例", "欧阳示例", "买买提·示例", "陈示例", "周示例")


@dataclass(frozen=True)
class Scene:
    """One item's scene: what is seen at a place, what is found in the end, and who is the party.

    `kind` is person, sole_trader or unit; `{place}` and `{n}` are filled in.
    """

    seen: str
    found: str
    kind: str
    party: str


SCENES = {
    "占道经营": Scene(
        "在{place}门前人行道摆摊经营", "占用人行道约{n}平方米经营，经责令改正后未及时改正", "person", ""
    ),
    "店外经营": Scene(
        "在{place}店门外摆放桌椅经营",
        "超出门窗摆放桌椅，占用面积约{n}平方米，经责令改正后未及时改正",
        "sole_trader",
        "小吃店",
    ),
    "乱堆物料": Scene(
        "在{place}门前公共场地堆放瓷砖、水泥",
        "未经同意堆放物料约{n}平方米，经责令改正后未及时清除",
        "sole_trader",
        "建材店",
    ),
    "违规户外广告": Scene(
        "在{place}楼顶设置大型户外广告",
        "未经同意设置户外广告约1{n}平方米，逾期未拆除",
        "unit",
        "广告有限公司",
    ),
    "未密闭运输散装物料": Scene(
        "的车辆在{place}路段运输砂石未密闭",
        "运输砂石未采取密闭措施，沿途遗撒约2{n}平方米",
        "unit",
        "运输有限公司",
    ),
    "个人乱倒生活垃圾、建筑垃圾": Scene(
        "在{place}旁空地倾倒装修垃圾", "倾倒个人产生的建筑垃圾约0.{n}立方米", "person", ""
    ),
    "施工工地防尘措施不到位": Scene(
        "在{place}工地土方裸露未覆盖",
        "施工工地裸露土方约3{n}0平方米未采取覆盖措施",
        "unit",
        "建筑工程有限公司",
    ),
    "餐饮油烟超标排放": Scene(
        "在{place}经营餐饮未正常使用油烟净化设施",
        "未保持正常使用油烟净化设施，油烟排放超标约0.{n}倍",
        "unit",
        "餐饮有限公司",
    ),
    "露天烧烤": Scene("在{place}门前露天烧烤", "在禁止区域内露天烧烤", "sole_trader", "烧烤店"),
    "夜间施工噪声": Scene(
        "在{place}工地夜间浇筑混凝土",
        "未取得连续施工作业证明，夜间施工作业产生噪声",
        "unit",
        "建筑工程有限公司",
    ),
    "随意张贴、涂写": Scene("在{place}墙面张贴小广告", "未经批准在建筑物墙面张贴宣传品{n}处", "person", ""),
    "运输车辆泄漏遗撒": Scene(
        "的车辆在{place}路段遗撒货物", "运输散装货物未包扎、覆盖，遗撒约1{n}平方米", "unit", "运输有限公司"
    ),
}


def place_of(number: int) -> str:
    """Return where the numbered case happens."""
    return f"{STREETS[number % len(STREETS)]}{100 + number}号"


def seen_at(item: str, number: int) -> str:
    """Say what was seen, to go on after 当事人."""
    return SCENES[item].seen.format(place=place_of(number), n=4 + number % 5)


def found_at(item: str, number: int) -> str:
    """Say what the investigation found, one sentence."""
    return f"经查，当事人{seen_at(item, number)}，{SCENES[item].found.format(n=4 + number % 5)}。"


def party_of(item: str, number: int) -> dict[str, str]:
    """Return the invented party of a case."""
    scene, name = SCENES[item], NAMES[number % len(NAMES)]
    common = {"address": f"示例市高新区{place_of(number)}", "phone": f"1380000{number:04d}"}
    if scene.kind == "person":
        return {"kind": "person", "name": name, "code": "", **common}
    code = credit_code(number, unit=scene.kind == "unit")
    shop = f"示例{number:02d}号{scene.party}"
    return {"kind": scene.kind, "name": shop, "code": code, "representative": name, **common}
