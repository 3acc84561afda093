"""The public notice: its only shape, how it is read and checked. Plain Python; all the portal knows."""
