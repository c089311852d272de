"""What every test gets: no network, a hypothesis profile, and the rule for tests that need a system package."""

import os

import hypothesis

pytest_plugins = [
    "frame_room",
    "closed_network",
    "write_watch",
    "databases",
    "loaded_demo",
    "system_packages",
    "world",
    "pytester",
]

hypothesis.settings.register_profile("dev", max_examples=60, deadline=None)
hypothesis.settings.register_profile(
    "ci", max_examples=250, deadline=None, derandomize=True, database=None, print_blob=True
)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") == "true" else "dev")
