"""The house's own profile: a closed list of what our documents are made of.

Anything new has to be let in here on purpose; that catches what the rules of the standards do not know of.
"""

import re
import unicodedata

from pikepdf import Name, Stream

from .content import inherited
from .document import is_dict, listed, name, value
from .metadata import NS, agree, tag

CATALOG = set(
    "/Type /Pages /Metadata /OutputIntents /Lang /ViewerPreferences /MarkInfo /StructTreeRoot /PageLayout /PageMode"
    " /Outlines".split()
)
PAGE = set("/Type /Parent /Resources /Contents /MediaBox /CropBox /TrimBox /StructParents /Tabs".split())
OPERATORS = set("q Q cm BT ET Tf Td Tm Tj TJ BDC BMC EMC g G rg RG w d J j M m l c h re f S B W n Do".split())
INFO = set("/Title /Creator /Producer /CreationDate /ModDate".split())
FORBIDDEN_TYPES = set("/Action /Annot /Filespec /EmbeddedFile /Group /ExtGState /OCG".split())
OUTLINE = set("/Title /Parent /Prev /Next /First /Last /Count /Dest".split())
A4 = (595.276, 841.89)

# Properties of the XMP packet; the extension schema describes pdfuaid.
XMP = {
    tag(*pair)
    for pair in (
        ("pdfaid", "part"),
        ("pdfaid", "conformance"),
        ("pdfuaid", "part"),
        ("dc", "title"),
        ("dc", "language"),
        ("xmp", "CreateDate"),
        ("xmp", "ModifyDate"),
        ("xmp", "CreatorTool"),
        ("pdf", "Producer"),
        ("extension", "schemas"),
    )
}

# A title is the kind of document and its number: after the first word only
# small letters, numbers, dates and these. A person's name does not fit.
CAPITALS = {"DID", "PSP", "CPI", "LEP", "NASpI"}
NUMBER = r"[A-Z]{2,5}\d{2}-\d{4}-\d{6}|[-–·/:.]|\d[\d/.:]*"
# Letters of a script and the languages written with it here.
# Italian, and those of the courtesy translations of a pact in brief.
LANGUAGES = {"it-IT", "en-GB", "fr-FR", "ar", "uk-UA", "zh-Hans"}
SCRIPTS = {"ARABIC": "ar", "CYRILLIC": "uk", "CJK": "zh"}


def check(doc, xmp, content, tree, verdict):
    rule, root = verdict.rule, doc.root
    rule("HOUSE catalog keys", set(root.keys()) <= CATALOG, set(root.keys()) - CATALOG)
    rule("HOUSE document language is ours", name(root, "/Lang") in LANGUAGES, name(root, "/Lang"))
    rule("HOUSE operators", content.operators <= OPERATORS, content.operators - OPERATORS)
    for page in doc.pages:
        one_page(page, rule)
    for font in content.fonts.values():
        one_font(font, rule)
    for thing in doc.objects:
        plain = name(thing, "/Type") not in FORBIDDEN_TYPES and "/OpenAction" not in thing
        rule("HOUSE no actions, annotations, files, groups", plain, name(thing, "/Type"))
        spoken_by_stream = isinstance(thing, Stream) and name(thing, "/Subtype") == "/Form"
        rule("HOUSE no forms", not spoken_by_stream, thing.objgen)
    metadata(doc, xmp, verdict)
    outline(doc, tree, rule)
    elements(tree, rule)
    readable(content, tree, name(root, "/Lang"), rule)


def one_page(page, rule):
    rule("HOUSE page keys", set(page.keys()) <= PAGE, set(page.keys()) - PAGE)
    box = [float(v) for v in inherited(page, "/MediaBox")]
    upright = len(box) == 4 and all(abs(b - a) < 0.1 for a, b in zip((0, 0, *A4), box))
    rule("HOUSE page is A4", upright and "/Rotate" not in page, box)
    resources = inherited(page, "/Resources")
    for key, held in resources.items():
        rule("HOUSE resources", key in ("/Font", "/XObject", "/ProcSet") or len(held) == 0, key)
    for image in (value(resources, "/XObject") or {}).values():
        plain = name(image, "/Subtype") == "/Image" and "/SMask" not in image and "/Mask" not in image
        rule("HOUSE only plain images", plain, name(image, "/Subtype"))


def one_font(font, rule):
    names = {font.face, name(font.inner, "/BaseFont"), name(font.descriptor, "/FontName")}
    shaped = re.fullmatch(r"/[A-Z]{6}\+[A-Za-z0-9-]+", font.face) is not None and len(names) == 1
    truetype = name(font.inner, "/Subtype") == "/CIDFontType2" and font.identity()
    rule("HOUSE fonts are subsets of TrueType, Identity-H, one name", shaped and truetype, (font.face, names))


def metadata(doc, xmp, verdict):
    rule, info = verdict.rule, doc.info()
    stream = value(doc.root, "/Metadata")
    rule("HOUSE metadata is not compressed", isinstance(stream, Stream) and "/Filter" not in stream)
    rule("HOUSE Info keys", set(info.keys()) <= INFO, set(info.keys()) - INFO)
    if xmp is None:
        rule("HOUSE metadata properties", False, "no packet")
        return
    rule("HOUSE metadata properties", set(xmp.properties) <= XMP, set(xmp.properties) - XMP)
    used = {e.tag[1:].split("}")[0] for e in xmp.tree.iter()}
    known = set(NS.values()) | {"adobe:ns:meta/"}
    rule("HOUSE metadata namespaces", used <= known, used - known)
    agree(doc, xmp, verdict)
    for title in {xmp.title() or "", str(value(info, "/Title", ""))}:
        rule("HOUSE title is a kind and a number, no person", impersonal(title), title)


def impersonal(title):
    words = title.split()
    return bool(words) and all(
        w in CAPITALS or re.fullmatch(NUMBER, w) or "@" not in w and not any(unicodedata.category(c) == "Lu" for c in w)
        for w in words[1:]
    )


def outline(doc, tree, rule):
    """Bookmarks: titles with a page of the file, no actions, as many as said."""
    mode = value(doc.root, "/PageMode")
    rule("HOUSE page mode is a name", mode is None or isinstance(mode, Name), mode)
    root = value(doc.root, "/Outlines")
    rule("HOUSE bookmarks", is_dict(root))
    if not is_dict(root):
        return
    pages = {page.objgen for page in doc.pages}
    items, node = [], value(root, "/First")
    while is_dict(node) and len(items) < 10_000:
        items.append(node)
        node = value(node, "/First") or following(node)
    for item in items:
        rule("HOUSE bookmark keys", set(item.keys()) <= OUTLINE, set(item.keys()) - OUTLINE)
        target = listed(value(item, "/Dest"))
        there = bool(target) and is_dict(target[0]) and target[0].objgen in pages
        rule("HOUSE bookmarks lead to a page", there, name(item, "/Title"))
    heads = sum(element.role in ("H1", "H2", "H3") for element in tree.elements)
    rule("HOUSE a bookmark for each heading", len(items) == heads, (len(items), heads))


def following(node):
    """The next bookmark, of this one or of those it stands in."""
    while is_dict(node):
        if "/Next" in node:
            return node.Next
        node = value(node, "/Parent")
    return None


def elements(tree, rule):
    titles = [e for e in tree.elements if e.role == "H1"]
    rule("HOUSE one title (H1)", len(titles) == 1, len(titles))
    rule("HOUSE one Document at the top", [e.role for e in tree.tops] == ["Document"], [e.role for e in tree.tops])
    for element in tree.elements:
        full = element.children or element.marks
        cell = element.role in ("TD", "TH")
        rule("HOUSE no empty element", full or cell, (name(element.dictionary, "/S"), element.page))
        if element.role == "Table":
            heads = any(e.role == "TH" and str(e.attribute("/Scope")) == "/Column" for e in element.below())
            rule("HOUSE tables have column heads", heads)
            wide = {len(e.children) for e in element.below() if e.role == "TR"}
            rule("HOUSE rows of a table are equally long", len(wide) == 1, wide)
        if element.role == "L":
            numbering = str(element.attribute("/ListNumbering"))
            rule("HOUSE lists say their numbering", numbering in ("/Disc", "/LowerAlpha", "/Decimal"), numbering)
        if element.role == "LI":
            rule("HOUSE points have a label and words", [c.role for c in element.children] == ["Lbl", "LBody"])


def readable(content, tree, written_in, rule):
    """Text says something, in a language that is told, dark enough to read."""
    for (page, mcid), text in content.texts.items():
        owner = tree.owner.get((page, mcid))
        language = (owner.language() if owner else None) or written_in
        scripts = {script for c in text if c.isalpha() for script in SCRIPTS if unicodedata.name(c, "").startswith(script)}
        told = all(language.split("-")[0] == SCRIPTS[script] for script in scripts)
        rule("HOUSE other scripts name their language", told, (page, language, text[:20]))
    for page, inks in content.inks.items():
        pale = [ink for ink in inks if contrast_on_white(ink) < 7]
        rule("HOUSE text stands out from white (7 to 1)", not pale, (page, pale))


def contrast_on_white(ink):
    """WCAG 2.1, relative luminance of sRGB."""
    light = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in ink]
    return 1.05 / (0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05)
