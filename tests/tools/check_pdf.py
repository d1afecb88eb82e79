#!/usr/bin/env python3
"""Independent PDF/A-2 and PDF/UA-1 checks of files, one PASS or FAIL line a rule.

Not a certified validator: it reads the files again with pikepdf (qpdf) and fontTools, so it shares no code with
the program that wrote them, and asks qpdf, poppler and PDFBox Preflight besides. `check_pdf.sh` brings what it
needs. Exit 0 when every rule holds for every file, 1 when one does not, 2 for a wrong use.
"""

import argparse
import sys

import pikepdf
from pdfcheck import colour, content, file, fonts, house, metadata, others, structure
from pdfcheck.document import Document, Verdict, value


def check(raw, wanted, closed):
    """The rules of our own readers on the bytes of a file."""
    verdict = Verdict()
    try:
        doc = Document(raw)
    except pikepdf.PdfError as why:
        verdict.rule("the file can be read", False, why)
        return verdict
    xmp = metadata.read(doc, verdict)
    claims = xmp.claims() if xmp else set()
    verdict.rule("claims " + ",".join(sorted(wanted)), wanted <= claims, f"the file claims {sorted(claims)}")
    ua = "ua1" in wanted
    if xmp:
        metadata.check(xmp, verdict)
    file.check(doc, verdict)
    drawn, tree = content.Content(doc), structure.Tree(doc)
    content.check(doc, drawn, verdict)
    colour.check(doc, drawn, verdict)
    fonts.check(drawn, ua or wanted & {"2a", "2u"}, verdict)
    annotations(doc, ua, verdict)
    if ua or "2a" in wanted:
        structure.check(doc, tree, verdict)
    if ua:
        content.check_tagging(drawn, verdict)
        structure.check_ua(doc, tree, drawn, verdict)
        verdict.rule("UA 5 pdfuaid part", xmp and xmp.get("pdfuaid", "part") == "1", claims)
        verdict.rule("UA 7.1 title in metadata", xmp and xmp.title())
        shown = value(value(doc.root, "/ViewerPreferences"), "/DisplayDocTitle", False)
        verdict.rule("UA 7.1 title is displayed", bool(shown))
    if closed:
        house.check(doc, xmp, drawn, tree, verdict)
    return verdict


def annotations(doc, ua, verdict):
    """Annotations (ISO 19005-2, 6.3; ISO 14289-1, 7.18): our documents have none."""
    for page in doc.pages:
        for note in value(page, "/Annots", []):
            kind, flags = str(value(note, "/Subtype")), int(value(note, "/F", 0))
            verdict.rule("A 6.3.1 annotation types", kind not in ("/3D", "/Sound", "/Screen", "/Movie", "None"), kind)
            if kind != "/Popup":
                verdict.rule("A 6.3.2 annotation flags", flags & 4 and not flags & (1 | 2 | 32 | 256), (kind, flags))
            if kind not in ("/Popup", "/Link"):
                verdict.rule("A 6.3.3 appearance streams", set(value(note, "/AP", {}).keys()) == {"/N"}, kind)
            if ua and kind not in ("/Popup", "/Widget", "/PrinterMark"):
                verdict.rule("UA 7.18 annotation is in the structure tree", "/StructParent" in note, kind)
                verdict.rule("UA 7.18 annotation has a description", "/Contents" in note, kind)
                verdict.rule("UA 7.18.3 tab order follows structure", str(value(page, "/Tabs")) == "/S")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--expect", default="2a,ua1", help="what the files must claim and keep: 2b, 2u, 2a, ua1")
    parser.add_argument("--house", action="store_true", help="also the closed profile of our own documents")
    parser.add_argument("--quiet", action="store_true", help="only what fails")
    parser.add_argument("files", nargs="+", metavar="FILE")
    return parser.parse_args()


def main():
    asked = arguments()
    verdicts = []
    for path in asked.files:
        try:
            raw = open(path, "rb").read()
        except OSError as why:
            print(f"check_pdf: {why}", file=sys.stderr)
            return 2
        verdict = check(raw, set(asked.expect.split(",")), asked.house)
        others.qpdf(path, verdict)
        others.pdffonts(path, verdict)
        verdicts.append(verdict)
    others.preflight(asked.files, verdicts)
    for path, verdict in zip(asked.files, verdicts):
        print(f"== {path}: {len(verdict.tried) - len(verdict.failed)} of {len(verdict.tried)} rules hold")
        for name in sorted(verdict.tried):
            if name in verdict.failed:
                why = verdict.failed[name]
                print(f"FAIL {name}: {why[0]}" + (f" (and {len(why) - 1} more)" if len(why) > 1 else ""))
            elif not asked.quiet:
                print(f"PASS {name}")
    refused = sum(bool(v.failed) for v in verdicts)
    print(f"check_pdf: {len(verdicts) - refused} files hold, {refused} do not")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
