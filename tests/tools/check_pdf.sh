#!/usr/bin/env bash
# check_pdf.sh [--expect 2a,ua1] [--house] [--quiet] FILE...: is it PDF/A-2a and PDF/UA-1?
# check_pdf.sh --plant FILE: plants defects in a good file; each must be refused by its own rule.
# Installs what it asks: qpdf, poppler, PDFBox Preflight from Debian; pikepdf and fontTools from PyPI,
# pinned with their digests, into a cache folder (SPORTELLO_PDF_TOOLS). Needs no network once it has them.
# What cannot be had, or does not run, is a failure, never a check left out.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=${SPORTELLO_PDF_TOOLS:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/sportello-pdf-check}

# Command or file, and the Debian package that has it.
needed=(
  qpdf:qpdf pdffonts:poppler-utils java:default-jre-headless python3:python3
  /usr/share/java/preflight.jar:libpdfbox2-java /usr/share/java/commons-logging.jar:libcommons-logging-java
  /usr/share/java/commons-io.jar:libcommons-io-java /usr/share/java/jaxb-api.jar:libjaxb-api-java
  /usr/share/java/javax.activation.jar:libactivation-java
)

missing_packages() {
  local pair
  for pair in "${needed[@]}"; do
    case $pair in
      /*) [ -e "${pair%%:*}" ] || echo "${pair##*:}" ;;
      *) command -v "${pair%%:*}" >/dev/null || echo "${pair##*:}" ;;
    esac
  done
  python3 -c 'import venv, ensurepip' 2>/dev/null || echo python3-venv
}

install_packages() {
  local sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -q &&
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends "$@"
}

mapfile -t missing < <(missing_packages)
if [ ${#missing[@]} -gt 0 ]; then
  install_packages "${missing[@]}" >&2 || { echo "check_pdf: cannot install ${missing[*]}" >&2; exit 2; }
fi

# One environment for these pins and this Python; made aside, so that a broken one is never used.
made_of=$(cat "$here/requirements.txt" <(python3 --version) | sha256sum | cut -c1-12)
venv=$cache/$made_of
if ! "$venv/bin/python" -c 'import fontTools, pikepdf' 2>/dev/null; then
  mkdir -p "$cache"
  rm -rf "$venv"
  python3 -m venv "$venv" &&
    "$venv/bin/pip" install -q --require-hashes -r "$here/requirements.txt" >&2 ||
    { rm -rf "$venv"; echo "check_pdf: cannot install pikepdf and fontTools" >&2; exit 2; }
fi

script=check_pdf.py
if [ "${1:-}" = --plant ]; then script=plant_defects.py; shift; fi
exec "$venv/bin/python" -B "$here/$script" "$@"
