#!/bin/sh
# Makes .venv/ with .venv/bin/thidua from requirements.lock: with uv if it is there, else with venv and pip.
# Downloads packages only, never a Python. When .venv already matches, it does nothing and needs no network.
#   PYTHON=python3.12 make setup   takes that Python
#   UV= make setup                 leaves uv alone
set -eu
cd "$(dirname "$0")/.."
here=$(pwd -P)
uv=${UV-uv}
stamp=.venv/.made-from

say() { printf '%s\n' "$@"; }
refuse() { say "$@" >&2; exit 1; }

# What .venv is made from: when any of it changes, setup runs again.
inputs() { { say "$here"; cat requirements.lock pyproject.toml tools/setup.sh; } | cksum; }

has_uv() { [ -n "$uv" ] && command -v "$uv" >/dev/null 2>&1; }
is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14}; do
        if is_new_enough "$candidate"; then say "$candidate"; return; fi
    done
    if [ -z "${PYTHON:-}" ] && has_uv; then
        "$uv" python find --no-python-downloads '>=3.11' 2>/dev/null || :
    fi
}

refuse_old_python() {
    found=$("${PYTHON:-python3}" --version 2>&1) || found='–'
    refuse "Cần Python 3.11 trở lên; ở đây '${PYTHON:-python3}' là: $found." \
        "Trên Debian 12 trở lên: apt install python3 python3-venv. Python khác: make setup PYTHON=<đường dẫn>." \
        "Python 3.11 or newer is needed; here '${PYTHON:-python3}' is: $found." \
        "On Debian 12 or newer: apt install python3 python3-venv. Another Python: make setup PYTHON=<its path>."
}

refuse_without_venv() {
    package=python3-venv
    minor=$("$python" -c 'import sys; print(f"{sys.version_info.major}.{sys.version_info.minor}")')
    default=$(/usr/bin/python3 -c 'import sys; print(f"{sys.version_info.major}.{sys.version_info.minor}")' 2>/dev/null || :)
    [ "$minor" = "$default" ] || package=python$minor-venv
    refuse "Python ở đây ($python, $minor) thiếu mô-đun venv. Trên Debian, Ubuntu: sudo apt install $package" \
        "This Python ($python, $minor) lacks the venv module. On Debian, Ubuntu: sudo apt install $package"
}

# A .venv made elsewhere, with an old Python, or only half made, is made anew.
is_usable() {
    is_new_enough .venv/bin/python && grep -qF "$here/.venv" .venv/bin/activate 2>/dev/null || return 1
    has_uv || .venv/bin/python -m pip --version >/dev/null 2>&1
}

make_venv() {
    python=$(find_python)
    [ -n "$python" ] || refuse_old_python
    rm -rf .venv
    if has_uv; then
        "$uv" venv --quiet --no-python-downloads --python "$python" .venv
    else
        "$python" -c 'import ensurepip, venv' 2>/dev/null || refuse_without_venv
        "$python" -m venv .venv
    fi
}

install() {
    if has_uv; then
        "$uv" pip install --quiet --python .venv/bin/python "$@"
    else
        PIP_USER=0 .venv/bin/python -m pip install --quiet --disable-pip-version-check --use-pep517 "$@"
    fi
}

explain_failure() {
    refuse "Chưa cài được. Lần đầu cần mạng tới kho gói Python (hoặc bản sao nội bộ: đặt PIP_INDEX_URL, hay UV_INDEX_URL khi dùng uv)." \
        "The installation did not finish. The first time it needs a Python package index (or a mirror of it: set PIP_INDEX_URL, or UV_INDEX_URL with uv)."
}

if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(inputs)" ] && is_new_enough .venv/bin/python; then
    exit 0
fi
is_usable || make_venv
say "Đang cài các thư viện vào .venv (một, hai phút) … / Installing the libraries into .venv (a minute or two) …"
install --require-hashes -r requirements.lock || explain_failure
install --no-deps --no-build-isolation --editable . || explain_failure
.venv/bin/python -m compileall -q src  # an installation may forbid writing bytecode later; starting costs twice without
inputs >"$stamp"
say "Xong: .venv/bin/thidua / Done: .venv/bin/thidua"
