#!/bin/sh
# Lists the system packages that some tests need (.ci/system-packages.txt) and installs those that are missing.
#   system.sh                 as root: installs, asking first on a terminal; else says how
#   system.sh before-tests    the same as root, but never stops the tests; else silent: pytest names what it skips
set -eu
cd "$(dirname "$0")/.."
list=.ci/system-packages.txt

say() { printf '%s\n' "$@"; }
rows() { grep -v -e '^#' -e '^[[:space:]]*$' "$list"; }

missing() {
    rows | while read -r package command _; do
        command -v "$command" >/dev/null 2>&1 || say "$package"
    done
}

show() {
    say "Các gói Debian mà một phần kiểm thử cần / Debian packages that some tests need:"
    rows | while read -r package command reason; do
        if command -v "$command" >/dev/null 2>&1; then state='có / there     '; else state='thiếu / missing'; fi
        printf '  %-20s %s  %s\n' "$package" "$state" "$reason"
    done
}

agrees() {
    [ -t 0 ] || return 0
    printf 'Cài các gói còn thiếu bằng apt-get? / Install what is missing with apt-get? [Y/n] '
    read -r answer
    case $answer in [nNkK]*) return 1 ;; esac
}

install() {
    if ! command -v apt-get >/dev/null 2>&1; then
        say "Máy này không có apt-get: hãy cài các gói tương đương của hệ điều hành này." \
            "No apt-get here: install this system's packages of the same purpose."
        return 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    apt-get -q update >"$log" 2>&1 || { tail -n 5 "$log"; return 1; }
    for package in $(missing); do  # one by one: a name that this release lacks holds up no other
        say "Đang cài / Installing $package …"
        apt-get -q install --yes --no-install-recommends "$package" >"$log" 2>&1 || tail -n 5 "$log"
    done
    rm -f "$log"
    [ -z "$(missing)" ]
}

is_root() { [ "$(id -u)" -eq 0 ]; }

if [ "${1:-}" = before-tests ]; then
    if ! is_root || [ -z "$(missing)" ]; then exit 0; fi
    show
    if agrees; then
        install || say "Chưa cài đủ: các bài kiểm thử thiếu gói sẽ bị bỏ qua. / Not all could be installed: tests without their package are skipped."
    fi
    exit 0
fi

show
[ -n "$(missing)" ] || exit 0
if ! is_root; then
    say "Cài bằng quyền quản trị / Install them as root:  sudo make system"
    exit 1
fi
agrees || exit 1
install || { say "Vẫn còn thiếu / Still missing: $(missing | tr '\n' ' ')"; exit 1; }
