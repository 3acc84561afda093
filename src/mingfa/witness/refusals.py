"""Why a signer or witness does not sign. Each says what is wrong (`because`) and what to do (`todo`)."""

KEEP_BOTH = (
    "不得继续签署，也不得重新生成密钥。请立即停止写入，完整保留现有数据库与签名器文件夹两份副本，"
    "查明数据库是否由旧备份恢复或被改动；恢复到已签署的最新状态后方可继续，确已无法恢复的，应启用新的日志名称，"
    "并将原日志最后的检查点作为新日志的第一条"
)


class Refused(Exception):
    """Nothing was signed and nothing was stored."""

    def __init__(self, because: str, todo: str) -> None:
        super().__init__(f"{because}。{todo}。")
        self.because = because
        self.todo = todo


class Fork(Refused):
    """The tree does not extend what was signed before: history was changed."""

    def __init__(self, old_size: int, size: int) -> None:
        because = f"规模为 {size} 的日志不是已签署日志（{old_size} 条）的延续，历史条目已被改动或证明不成立"
        super().__init__(because, KEEP_BOTH)
        self.old_size = old_size


class Shrunk(Refused):
    """The tree is smaller than what was signed before, as after a restore from an old backup."""

    def __init__(self, old_size: int, size: int) -> None:
        because = f"日志只有 {size} 条，少于已签署的 {old_size} 条，数据库可能由旧备份恢复"
        super().__init__(because, KEEP_BOTH)
        self.old_size = old_size


class NeedsProof(Refused):
    """The caller must prove that the tree extends the one of `old_size`."""

    def __init__(self, old_size: int) -> None:
        super().__init__(
            f"缺少由 {old_size} 条起的延续证明", f"请提供由规模 {old_size} 至新规模的一致性证明后重新提交"
        )
        self.old_size = old_size


class WrongOrigin(Refused):
    """The checkpoint is another log's."""

    def __init__(self, origin: str, expected: str) -> None:
        super().__init__(
            f"检查点属于日志 {origin}，本签名器只签署 {expected}", "请核对日志名称与签名器文件夹的配置"
        )


class StateLost(Refused):
    """The key or the record of what was signed is missing or damaged; signing on could make a fork."""

    def __init__(self, what: str) -> None:
        super().__init__(f"签名器文件夹不完整：{what}", KEEP_BOTH)
