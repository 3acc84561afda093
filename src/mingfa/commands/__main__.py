"""`python -m mingfa.commands`, which the launcher runs."""

import sys

from mingfa.commands import main

sys.exit(main())
