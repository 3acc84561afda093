"""What each penalty consists of besides a fine: a sum with its computation, things, a licence, a time."""
