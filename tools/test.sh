#!/bin/sh
# Every test on SQLite, the pages in the browser in a run of their own (a browser's loop and the database do not share a
# process), then the tests of rows again on PostgreSQL. With arguments: that part, on SQLite alone
# (on PostgreSQL: tools/postgres.sh .venv/bin/pytest …).
set -eu
cd "$(dirname "$0")/.."

# Whoever is done first takes over half of what the other has left: a file of minutes would else be waited for.
run() { "$@" -n 2 --dist worksteal; }

if [ $# -gt 0 ]; then run .venv/bin/pytest "$@"; exit; fi
run .venv/bin/pytest --ignore tests/e2e
.venv/bin/pytest -n 2 --dist load tests/e2e
status=0
FSYNC=off run sh tools/postgres.sh .venv/bin/pytest -m rows || status=$?
[ "$status" -eq 3 ] || exit "$status"
# No PostgreSQL here: skipped in plain sight, but a fault where CI as root could have installed it.
! { [ "${CI:-}" = true ] && [ "$(id -u)" -eq 0 ]; }
