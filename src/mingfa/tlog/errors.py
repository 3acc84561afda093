"""What can be wrong with a log, a note or a receipt. Every message is Chinese and says what is wrong."""


class LogError(ValueError):
    """Something of the log cannot be accepted."""


class Malformed(LogError):
    """The bytes do not have the form that the specification demands."""


class Untrusted(LogError):
    """The form is right, but no trusted key, or not enough of them, stands behind it."""


class BadProof(LogError):
    """The signatures hold, but the proof does not lead to the signed root."""


class Conflict(LogError):
    """The store already holds other bytes here, or a head that this one does not extend."""
