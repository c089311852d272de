#!/bin/sh
# Writes uv.lock from pyproject.toml, and requirements.lock (every hash of every file) from uv.lock.
#   UPGRADE=1 make lock   takes the newest releases that pyproject.toml allows
set -eu
cd "$(dirname "$0")/.."
export UV_DEFAULT_INDEX=https://pypi.org/simple
uv lock --no-python-downloads ${UPGRADE:+--upgrade}
{
    echo '# Written by `make lock` from uv.lock: what the product needs and what its development needs. Do not edit.'
    uv export --quiet --frozen --no-header --no-emit-project --all-groups --all-extras
} >requirements.lock.new
mv requirements.lock.new requirements.lock
