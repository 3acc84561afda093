"""What the vault refuses and why, in words for the person at the screen: what is wrong (`because`), what to
do (`todo`).
"""


class VaultError(Exception):
    """Base of every refusal of this room."""

    def __init__(self, because: str, todo: str) -> None:
        super().__init__(f"{because}{todo}")
        self.because = because
        self.todo = todo


class EmptyFile(VaultError):
    """Nothing came in: no official record has no bytes, so this is always a failed recording or upload."""

    def __init__(self) -> None:
        super().__init__(
            "文件内容为空（0 字节），不能作为记录资料入库。", "请确认设备上的文件可以打开，重新选择后上传。"
        )


class TooLarge(VaultError):
    """More bytes than the caller allows."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"文件超过允许的最大容量（{readable(limit)}）。",
            "请分段录制或者拆分文件后分别上传，保留原始文件。",
        )


class WrongType(VaultError):
    """A type that this kind of record does not take, or a name or declared type that lies about the bytes."""


class DiskFull(VaultError):
    """The place where bytes are written has no room; nothing of the file was kept."""

    def __init__(self) -> None:
        super().__init__(
            "存储空间不足，文件未保存。",
            "请保留设备上的原始文件，通知系统管理员清理或者扩充存储空间后重新上传。",
        )


class Unreachable(VaultError):
    """The object storage did not answer or refused; `detail` is its own word, for the log."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            "存储服务暂时不能使用，操作未完成。",
            "请保留设备上的原始文件，稍后重试；仍不能使用的，请通知系统管理员检查存储服务。",
        )
        self.detail = detail


class TooMany(VaultError):
    """Somebody handed in more than may wait to be named in an act."""

    def __init__(self) -> None:
        super().__init__(
            "一日内上传而没有在办理中使用的文件过多，文件没有保存。",
            "请先提交已上传文件所在的表单；确需上传更多的，请次日再试。",
        )


class Missing(VaultError):
    """A digest that the record names and the vault does not hold."""

    def __init__(self, sha256: str) -> None:
        super().__init__(
            f"存储库中没有摘要为 {sha256} 的文件。",
            "请停止使用该份资料，通知系统管理员执行完整性检查并从备份中恢复。",
        )
        self.sha256 = sha256


class Altered(VaultError):
    """The stored bytes no longer have their digest; they are neither shown nor replaced, but left for the
    inquiry.
    """

    def __init__(self, sha256: str) -> None:
        super().__init__(
            f"存储库中摘要为 {sha256} 的文件已被改动，与登记的摘要不一致。",
            "请停止使用该份资料并保留现状，通知系统管理员查明原因后从备份中恢复。",
        )
        self.sha256 = sha256


class BadPicture(VaultError):
    """A picture that cannot or must not be decoded here; its bytes stay stored as they are."""


def readable(size: int) -> str:
    """Say a number of bytes as people do: `2 GB`, `1.5 MB`, `300 KB` (steps of 1024)."""
    for unit, step in (("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)):
        if size >= step:
            return f"{size / step:.1f}".removesuffix(".0") + f" {unit}"
    return f"{size} 字节"
