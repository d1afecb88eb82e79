#!/usr/bin/env python3
"""Plants one defect at a time in a good document: each must be refused, and by the rule about that defect.

The file itself and a copy saved again by pikepdf must hold, or a refusal would prove nothing. Every planted file
goes through all of our own rules; those only another tool can see go through that tool; each tool is taken away
once, which must fail too. The file needs two pages, a list and a table: a pact of the demo office has them.
"""

import io
import os
import sys
import tempfile

import defects
import pikepdf
from check_pdf import check
from pdfcheck import others
from pdfcheck.document import Verdict

WANTED = {"2a", "ua1"}


def planted(raw, change):
    """The bytes with one defect."""
    pdf = pikepdf.open(io.BytesIO(raw))
    options = change(pdf) or {}
    out = io.BytesIO()
    pdf.save(out, fix_metadata_version=False, **options)
    return out.getvalue()


def others_of(raw):
    """What the other tools say."""
    verdict = Verdict()
    with tempfile.NamedTemporaryFile(suffix=".pdf") as written:
        written.write(raw)
        written.flush()
        others.qpdf(written.name, verdict)
        others.pdffonts(written.name, verdict)
        others.preflight([written.name], [verdict])
    return verdict


def without_tools(raw):
    """The same where no tool is installed."""
    path = os.environ["PATH"]
    os.environ["PATH"] = "/nowhere"
    try:
        return others_of(raw)
    finally:
        os.environ["PATH"] = path


def main():
    with open(sys.argv[1], "rb") as file:
        good = file.read()
    tried, missed = 0, []

    def expect(what, verdict, rule):
        nonlocal tried
        tried += 1
        if rule not in verdict.failed:
            missed.append(f"{what}: not refused by «{rule}» but by {sorted(verdict.failed) or 'nothing'}")

    for what, raw in (("the file itself", good), ("saved again", planted(good, lambda pdf: None))):
        for verdict in (check(raw, WANTED, True), others_of(raw)):
            tried += 1
            if verdict.failed:
                missed.append(f"{what} is refused: {verdict.failed}")
    for what, rule, change in defects.IN_OBJECTS:
        try:
            raw = planted(good, change)
        except Exception as why:  # whatever it is, this defect was not tried
            missed.append(f"{what}: could not be planted: {why!r}")
            continue
        expect(what, check(raw, WANTED, True), rule)
    for what, rule, change in defects.IN_BYTES:
        expect(what, check(change(good), WANTED, True), rule)
    for what, rule, change in defects.FOR_OTHERS:
        expect(what, others_of(change(good) if change.__name__ == "<lambda>" else planted(good, change)), rule)
    for rule in (others.QPDF, others.PDFFONTS, others.PREFLIGHT):
        expect("no tools installed", without_tools(good), rule)
    for line in missed:
        print(f"FAIL {line}")
    print(f"plant_defects: {tried - len(missed)} passed, {len(missed)} failed")
    return 1 if missed or tried < 12 else 0


if __name__ == "__main__":
    sys.exit(main())
