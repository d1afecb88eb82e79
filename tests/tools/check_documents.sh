#!/usr/bin/env bash
# check_documents.sh [SPORTELLO]: every kind of document of a demo office, held to PDF/A-2a, PDF/UA-1
# and the house's profile; then the defects, planted in one of them.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
sportello=$(realpath "${1:-$here/../../target/debug/sportello}")
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
pdf=$work/pdf; mkdir "$pdf"

ask() { "$sportello" --office "$work/office" --now 2026-11-23T08:30 "$@"; }
quietly() { "$@" >"$work/said" 2>&1 || { cat "$work/said"; echo "failed: $*"; exit 1; }; }

quietly "$sportello" demo --no-ui --people 60 --dir "$work/office" --now 2026-11-23T08:30

# The pacts: three of each state, so that drafts, versions and signatures of every sort are there.
for state in $(ask psp list --json | grep -o '"state":"[a-z_]*"' | cut -d'"' -f4 | sort -u); do
  ask psp list --json --state "$state" | grep -o '^{"id":"[^"]*"' | cut -d'"' -f4 | head -3 |
    while read -r id; do quietly ask psp pdf "$id" -o "$pdf/psp-$state-$id.pdf"; done
done
quietly ask agenda --format pdf -o "$pdf/agenda.pdf"

made=("$pdf"/*.pdf)
echo "${#made[@]} documents: $(printf '%s\n' "${made[@]##*/}" | cut -d- -f1,2 | cut -d. -f1 | sort | uniq -c | tr -s ' \n' ' ')"
[ "${#made[@]}" -ge 10 ] || { echo "too few documents"; exit 1; }
"$here/check_pdf.sh" --expect 2a,ua1 --house --quiet "${made[@]}"

# The defects go into a signed pact: it has lists, tables and more pages than one.
active=("$pdf"/psp-active-*.pdf)
"$here/check_pdf.sh" --plant "${active[0]}"
