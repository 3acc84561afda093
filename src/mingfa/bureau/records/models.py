"""What happened, in words and in pictures (plan 2.1, 2.2): records and evidence of a matter."""

from django.db import models

from mingfa.bureau.ledger.models import Sealed


class Record(Sealed):
    """A record of an inspection or a questioning. Its words are items of its leaf."""

    matter = models.BigIntegerField("所属案件", db_index=True)
    kind = models.CharField("种类", max_length=20)
    number = models.CharField("文号", max_length=80)
    started_at = models.DateTimeField("开始时间")
    ended_at = models.DateTimeField("结束时间")
    officers = models.JSONField("执法人员")
    certificate_shown = models.BooleanField("已出示执法证件")
    rights_told = models.BooleanField("已告知权利义务")
    signed = models.CharField("签名情况", max_length=20)
    media = models.IntegerField("音像记录件数")

    class Meta:
        verbose_name = "笔录"


class Carried(Sealed):
    """A matter that stands on what another recorded: a case on the inspection it came from."""

    matter = models.BigIntegerField("所属案件", db_index=True)
    origin = models.BigIntegerField("来源", db_index=True)

    class Meta:
        verbose_name = "沿用的记录"


class Evidence(Sealed):
    """A piece of evidence of one of the eight kinds (处罚法 46). Its bytes lie in the vault by digest."""

    matter = models.BigIntegerField("所属案件", db_index=True)
    kind = models.CharField("证据种类", max_length=30)
    name = models.CharField("证据名称", max_length=200)
    proves = models.CharField("证明对象", max_length=500)
    sha256 = models.CharField("文件摘要", max_length=64, blank=True, db_index=True)
    size = models.BigIntegerField("字节数", default=0)
    media = models.CharField("文件类型", max_length=80, blank=True)
    obtained_at = models.DateTimeField("取得时间")
    excluded = models.BigIntegerField("排除", null=True)
    device = models.BigIntegerField("电子技术监控设备", null=True)
    fit = models.BooleanField("审核符合要求", null=True)

    class Meta:
        verbose_name = "证据"


class Scene(Sealed):
    """What was recorded of one scene in sound and picture, each take with its digest and times.

    `required` marks a scene that must be recorded throughout (118号 (8)); `lost` holds the numbers of the
    takes (from one) that were reported damaged or lost.
    """

    matter = models.BigIntegerField("所属案件", db_index=True)
    act = models.CharField("办理", max_length=60)
    required = models.BooleanField("应当全程音像记录")
    started_at = models.DateTimeField("开始时间")
    ended_at = models.DateTimeField("结束时间")
    entered_at = models.DateTimeField("上传时间")
    takes = models.JSONField("音像记录")
    content = models.JSONField("重点摄录内容")
    breaks = models.IntegerField("中断次数", default=0)
    late = models.BooleanField("逾期上传", default=False)
    incident = models.BooleanField("阻碍执法、突发或者群体性事件", default=False)
    lost = models.JSONField("损毁、丢失的记录", default=list)

    class Meta:
        verbose_name = "现场音像记录"


class MeasuredFile(Sealed):
    """What a tool found of a recording: how long it runs, what it holds, where it breaks off."""

    sha256 = models.CharField("文件摘要", max_length=64, db_index=True)
    milliseconds = models.BigIntegerField("实测时长（毫秒）", null=True)
    picture = models.CharField("画面编码", max_length=120, blank=True)
    sound = models.CharField("声音编码", max_length=120, blank=True)
    size = models.CharField("画面尺寸", max_length=120, blank=True)
    claimed_at = models.DateTimeField("文件自述的拍摄时间", null=True)
    breaks = models.JSONField("画面中断")
    trouble = models.CharField("存在的问题", max_length=120, blank=True)
    tool = models.CharField("检验工具及版本", max_length=120)

    class Meta:
        verbose_name = "音像文件检验"


class Retrieval(Sealed):
    """Recordings that somebody opened, for half an hour: without such a row nobody is sent a byte of them."""

    matter = models.BigIntegerField("所属事项", db_index=True)
    person = models.BigIntegerField("调阅人", db_index=True)
    items = models.JSONField("音像记录")
    way = models.CharField("调阅途径", max_length=20)
    kind = models.CharField("调阅方式", max_length=10)
    ground = models.CharField("调阅事由", max_length=500, blank=True)
    at = models.DateTimeField("调阅时间")
    until = models.DateTimeField("有效至")

    class Meta:
        verbose_name = "调阅"
        indexes = [models.Index(fields=["matter", "person", "until"])]


class RetrievalPermission(Sealed):
    """A permission to open recordings of a matter, given by who leads."""

    matter = models.BigIntegerField("所属事项", db_index=True)
    person = models.BigIntegerField("调阅人")
    items = models.JSONField("音像记录")
    kind = models.CharField("调阅方式", max_length=10)
    until = models.DateField("准许至")
    ground = models.CharField("调阅事由", max_length=500)
    request = models.CharField("申请文书或者来函", max_length=100)

    class Meta:
        verbose_name = "准许调阅"


class Device(Sealed):
    """Technical monitoring equipment: reviewed, marked, its place published (行政处罚法 41)."""

    name = models.CharField("设备名称和编号", max_length=200)
    place = models.CharField("设置地点", max_length=200)
    why_there = models.CharField("设置理由", max_length=200)
    standard = models.CharField("符合的标准和检定证书", max_length=200)
    legal_review = models.CharField("法制审核文书", max_length=200)
    legal_review_on = models.DateField("法制审核日期")
    technical_review = models.CharField("技术审核文书", max_length=200)
    technical_review_on = models.DateField("技术审核日期")
    published_in = models.CharField("设置地点公布于", max_length=200)
    published_on = models.DateField("公布日期")
    used_from = models.DateField("启用日期")
    until = models.DateField("停用日期", null=True)
    public_place = models.BooleanField("设置在公共场所")

    class Meta:
        verbose_name = "电子技术监控设备"


class Told(Sealed):
    """A notice telling the party what a device recorded."""

    matter = models.BigIntegerField("所属案件", db_index=True)
    number = models.CharField("文号", max_length=80)
    paper = models.BigIntegerField("文书")
    told_on = models.DateField("制作日期")

    class Meta:
        verbose_name = "监控记录告知"
