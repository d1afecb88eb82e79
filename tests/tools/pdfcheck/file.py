"""The file: header, trailer, streams, what it may not hold (ISO 19005-2, 6.1 to 6.11)."""

import re

from pikepdf import Stream

from .document import is_dict, listed, name, value

FORBIDDEN_ACTIONS = set(
    "/Launch /Sound /Movie /ResetForm /ImportData /Hide /SetOCGState /Rendition /Trans /GoTo3DView /JavaScript".split()
)
NAMED_ACTIONS = {"/NextPage", "/PrevPage", "/FirstPage", "/LastPage"}
FILTERS = set(
    "/FlateDecode /DCTDecode /ASCIIHexDecode /ASCII85Decode /RunLengthDecode /CCITTFaxDecode /JBIG2Decode"
    " /JPXDecode /Crypt".split()
)
BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")


def check(doc, verdict):
    rule, root, trailer = verdict.rule, doc.root, doc.pdf.trailer
    header = re.match(rb"%PDF-1\.[0-7](\r\n|\r|\n)%([\x80-\xff]{4})", doc.raw)
    rule("A 6.1.2 header and binary comment", header, doc.raw[:16])
    end = doc.raw[max(doc.raw.rfind(b"%%EOF"), 0):]
    rule("A 6.1.3 nothing after %%EOF", end in (b"%%EOF", b"%%EOF\n", b"%%EOF\r", b"%%EOF\r\n"), end[:20])
    rule("A 6.1.3 trailer /ID", len(listed(value(trailer, "/ID"))) == 2)
    rule("A 6.1.3 no encryption", "/Encrypt" not in trailer)
    permissions = value(root, "/Perms")
    allowed = not is_dict(permissions) or set(permissions.keys()) <= {"/UR3", "/DocMDP"}
    rule("A 6.1.12 permissions", allowed)
    for thing in doc.objects:
        every_object(thing, rule)
    names = value(root, "/Names")
    actions = "/AA" not in root and not any("/AA" in page for page in doc.pages)
    rule("A 6.5.2 no additional actions", actions)
    rule("A 6.5.1 actions", not is_dict(names) or "/JavaScript" not in names, "JavaScript in the names")
    forms = value(root, "/AcroForm")
    plain = not is_dict(forms) or ("/XFA" not in forms and not bool(value(forms, "/NeedAppearances", False)))
    rule("A 6.4 forms", plain)
    layers = value(root, "/OCProperties")
    rule("A 6.9 optional content", "/AS" not in (value(layers, "/D") or {}), "review by hand")
    alternates = is_dict(names) and "/AlternatePresentations" in names
    steps = any("/PresSteps" in page for page in doc.pages)
    rule("A 6.10 no alternate presentations", not alternates and not steps)
    rule("A 6.11 no requirements", "/Requirements" not in root)
    for page in doc.pages:
        for key in BOXES:
            if key in page:
                x0, y0, x1, y1 = (float(v) for v in page[key])
                fits = 3 <= abs(x1 - x0) <= 14400 and 3 <= abs(y1 - y0) <= 14400
                rule("A 6.1.13 page size", fits, (key, x0, y0, x1, y1))


def every_object(thing, rule):
    keys = set(thing.keys())
    action = name(thing, "/S")
    if name(thing, "/Type") == "/Action" or action in FORBIDDEN_ACTIONS:
        fine = action not in FORBIDDEN_ACTIONS and (action != "/Named" or name(thing, "/N") in NAMED_ACTIONS)
        rule("A 6.5.1 actions", fine, action)
    rule("A 6.8 no embedded files", "/EF" not in keys, thing.objgen)
    if name(thing, "/Type") == "/ExtGState" or keys & {"/TR", "/HTP"}:
        plain = not keys & {"/TR", "/HTP"} and name(thing, "/TR2") in ("/None", "/Default")
        rule("A 6.2.5 extended graphics state", plain, thing.objgen)
    rule("A 6.1.13 limits", all(len(key.encode()) <= 128 for key in keys), "a long name")
    numbers = [v for _, v in thing.items() if isinstance(v, int) and not isinstance(v, bool)]
    rule("A 6.1.13 limits", all(-(2**31) <= v < 2**31 for v in numbers), "a big number")
    if isinstance(thing, Stream):
        stream(thing, keys, rule)


def stream(thing, keys, rule):
    rule("A 6.1.7.1 no external stream data", not keys & {"/F", "/FFilter", "/FDecodeParms"}, thing.objgen)
    filters = {str(f) for f in listed(value(thing, "/Filter"))}
    rule("A 6.1.7.2 filters", filters <= FILTERS, filters - FILTERS)
    kind = name(thing, "/Subtype")
    if kind == "/Image":
        plain = not keys & {"/Alternates", "/OPI"} and not bool(value(thing, "/Interpolate", False))
        rule("A 6.2.8 image keys", plain, thing.objgen)
    if kind == "/Form":
        plain = not keys & {"/OPI", "/PS", "/Ref"} and name(thing, "/Subtype2") != "/PS"
        rule("A 6.2.9 form keys", plain, thing.objgen)
    rule("A 6.2.9 no PostScript XObject", kind != "/PS", thing.objgen)
