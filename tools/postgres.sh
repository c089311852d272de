#!/bin/sh
# Runs a command with a throw-away PostgreSQL beside it, whose address stands in DATABASE_URL; stops and forgets it after.
#   tools/postgres.sh .venv/bin/pytest tests/apps     the tests of rows on PostgreSQL
#   FSYNC=off tools/postgres.sh …                     gives up safety for speed: for tests, never for measurements
# Ends with the command's own exit code; with 3, and a loud line, where PostgreSQL is not installed.
set -eu
fsync=${FSYNC:-on}

say() { printf '%s\n' "$@" >&2; }
is_root() { [ "$(id -u)" -eq 0 ]; }

# PostgreSQL refuses to run as root.
as_owner() { if is_root; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

# The folder of pg_ctl: on the path, or where Debian keeps each version.
find_programs() {
    if command -v pg_ctl >/dev/null 2>&1; then dirname "$(readlink -f "$(command -v pg_ctl)")"; return; fi
    for folder in /usr/lib/postgresql/*/bin; do
        if [ -x "$folder/pg_ctl" ]; then newest=$folder; fi
    done
    printf '%s\n' "${newest:-}"
}

random_hex() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

# A port that was free a moment ago, outside the range that Linux hands out for outgoing connections.
random_port() { echo $((10000 + $(od -An -N2 -tu2 /dev/urandom) % 20000)); }

cleanup() {
    status=$?
    trap - EXIT INT TERM HUP
    if [ -f "$base/data/postmaster.pid" ]; then
        as_owner "$programs/pg_ctl" stop -s -m immediate -D "$base/data" || say "PostgreSQL: $base ?"
    fi
    rm -rf "$base"
    exit "$status"
}

make_cluster() {
    base=$(mktemp -d "${TMPDIR:-/tmp}/thidua-postgres.XXXXXX")
    trap cleanup EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    password=$(random_hex)
    printf '%s' "$password" >"$base/password"
    if is_root; then chown -R postgres "$base"; fi
    as_owner "$programs/initdb" --no-sync --username=thidua --pwfile="$base/password" --auth=scram-sha-256 \
        --encoding=UTF8 --locale=C.UTF-8 -D "$base/data" >"$base/initdb.log" 2>&1 || { cat "$base/initdb.log" >&2; exit 1; }
}

start() {
    for _ in 1 2 3 4 5 6 7 8; do
        port=$(random_port)
        options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=$fsync"
        if as_owner "$programs/pg_ctl" start -s -w -t 300 -D "$base/data" -l "$base/data/log" -o "$options" >/dev/null 2>&1; then
            return
        fi
    done
    cat "$base/data/log" >&2
    exit 1
}

programs=$(find_programs)
if [ -z "$programs" ] || { is_root && ! id postgres >/dev/null 2>&1; }; then
    say "!!! CHƯA KIỂM THỬ TRÊN PostgreSQL: thiếu gói postgresql (sudo make system)" \
        "!!! NOT TESTED ON PostgreSQL: the package postgresql is missing (sudo make system)"
    exit 3
fi
make_cluster
start
export PGPASSWORD="$password"
"$programs/createdb" -h 127.0.0.1 -p "$port" -U thidua thidua
unset PGPASSWORD
export DATABASE_URL="postgres://thidua:$password@127.0.0.1:$port/thidua"
"$@"
