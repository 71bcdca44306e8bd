"""How hypothesis searches: `dev` quickly, `ci` thoroughly (chosen where CI is set), `deterministic` the same way twice.

Name one with HYPOTHESIS_PROFILE. None of them has a deadline: tests never time anything.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("dev", deadline=None)
settings.register_profile(
    "ci",
    deadline=None,
    max_examples=300,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("deterministic", deadline=None, database=None, derandomize=True)

settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))
