#!/usr/bin/env bash
# check_documents.sh [SPORTELLO]: every kind of document of a demo office and every example of a template,
# held to PDF/A-2a, PDF/UA-1 and the house's profile; then the defects, planted in a pact.
# A kind the program knows and the demo office has no document of is a failure.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
sportello=$(realpath "${1:-target/debug/sportello}")
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
pdf=$work/pdf; mkdir "$pdf"

ask() { "$sportello" --office "$work/office" --now 2026-11-23T08:30 "$@"; }
quietly() { "$@" >"$work/said" 2>&1 || { cat "$work/said"; echo "failed: $*"; exit 1; }; }
# The text of a field of JSON lines.
field() { grep -o "\"$1\":\"[^\"]*\"" | cut -d'"' -f4; }

quietly "$sportello" demo --no-ui --people 60 --dir "$work/office" --now 2026-11-23T08:30

# Pacts of each state, so that drafts, versions and signatures of every sort are there.
for state in $(ask psp list --json | field state | sort -u); do
  ask psp list --json --state "$state" | field id | head -2 |
    while read -r id; do quietly ask psp pdf "$id" -o "$pdf/psp-$state-$id.pdf"; done
done
# In breve, in every language there is a face for: .ci/run brings the Chinese one.
for state in active draft; do
  # There may be no draft that day.
  ask psp list --json --state "$state" | { field id || true; } | sed -n 1p |
    while read -r id; do
      for lang in it en fr ar uk ${SPORTELLO_FONTS:+zh}; do
        quietly ask psp pdf "$id" --brief --lang "$lang" -o "$pdf/brief-$lang-$state.pdf"
      done
    done
done
for lang in it en fr ar uk ${SPORTELLO_FONTS:+zh}; do
  [ -s "$pdf/brief-$lang-active.pdf" ] || { echo "no page in breve of a pact in force, in $lang"; exit 1; }
done
quietly ask agenda --format pdf -o "$pdf/agenda.pdf"

# Every kind the program knows, with a copy of it in large print.
kinds=$(ask replay --schema | python3 -c '
import json, sys
def find(node):
    if isinstance(node, dict):
        if "oneOf" in node.get("DocumentKind", {}):
            return node["DocumentKind"]
        node = list(node.values())
    if isinstance(node, list):
        return next(filter(None, map(find, node)), None)
print(*(kind["const"] for kind in find(json.load(sys.stdin))["oneOf"]))')
[ -n "$kinds" ] || { echo "the program names no kind of document"; exit 1; }
for kind in $kinds; do
  numbers=$(ask documents list --kind "$kind" --json | field number | head -2)
  [ -n "$numbers" ] || { echo "the demo office has no $kind"; exit 1; }
  for number in $numbers; do
    quietly ask documents pdf "$number" -o "$pdf/$kind-$number.pdf" --reason prova
    quietly ask documents pdf "$number" --large --copy -o "$pdf/$kind-$number-large.pdf" --reason prova
  done
done
quietly ask documents verify

# The examples of the templates, in both sizes of print, with letterhead and logo.
SPORTELLO_PDF_OUT=$pdf quietly cargo test -q --locked --test golden every_file_is_the_same

made=("$pdf"/*.pdf)
echo "${#made[@]} documents"
[ "${#made[@]}" -ge 15 ] || { echo "too few documents"; exit 1; }
"$here/check_pdf.sh" --expect 2a,ua1 --house --quiet "${made[@]}"

# The defects go into a signed pact: it has lists, tables and more pages than one.
active=("$pdf"/psp-active-*.pdf)
"$here/check_pdf.sh" --plant "${active[0]}"
