"""What a backup cannot do, as a sentence for whoever ran it. Nothing is left half done."""


class BackupError(Exception):
    """A backup was not made, or not put back; the message says why and what to do."""
