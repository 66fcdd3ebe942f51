"""What every test stands on."""

import os

from hypothesis import settings

# Examples are never timed: a slow machine is no bug. In CI the same examples come every time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")
