"""The defects: what it is, the rule that must refuse it, how it is planted."""

import io
import re

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from pdfcheck import others
from pdfcheck.document import listed, value
from pikepdf import Array, Dictionary, Encryption, Name, Operator, Stream, StreamDecodeLevel, String
from pikepdf import parse_content_stream, unparse_content_stream

IN_OBJECTS = []
IN_BYTES = []
FOR_OTHERS = []
# How to save: streams keep the bytes and the filters they were given.
AS_THEY_ARE = {"stream_decode_level": StreamDecodeLevel.none, "compress_streams": False}


def defect(what, rule, where=IN_OBJECTS):
    """Enters the function below it in a list."""

    def enter(change):
        where.append((what, rule, change))
        return change

    return enter


# ---- finding things in a good file


def elements(pdf):
    """All structure elements, in reading order."""

    def below(node):
        for kid in listed(value(node, "/K")):
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield kid
                yield from below(kid)

    return list(below(pdf.Root.StructTreeRoot))


def first(pdf, role, wanted=lambda element: True):
    return next(e for e in elements(pdf) if e.S == Name("/" + role) and wanted(e))


def fonts(pdf):
    return list(pdf.pages[0].Resources.Font.values())


def inner(font):
    return font.DescendantFonts[0]


def rewrite(pdf, change, page=0):
    """Changes the operators of a page: `change` gets and gives (operands, operator) pairs."""
    pairs = [(list(i.operands), str(i.operator)) for i in parse_content_stream(pdf.pages[page])]
    new = [(operands, Operator(operator)) for operands, operator in change(pairs)]
    pdf.pages[page].Contents = Stream(pdf, unparse_content_stream(new))


def before_end(*pairs):
    """Adds operators at the end of a page."""
    return lambda old: old + list(pairs)


def at_first(operator, change):
    """Replaces the first use of an operator by what `change` gives for its operands."""

    def over(pairs):
        at = next(i for i, (_, name) in enumerate(pairs) if name == operator)
        return pairs[:at] + change(pairs[at][0]) + pairs[at + 1:]

    return over


def metadata(pdf, old, new):
    """Replaces text in the XMP packet."""
    packet = pdf.Root.Metadata.read_bytes()
    changed = re.sub(old, new, packet, count=1)
    assert changed != packet, f"nothing like {old} in the packet"
    stream = Stream(pdf, changed)
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = pdf.make_indirect(stream)


def title(pdf, text):
    """The same title in both places, so that only what it says is wrong."""
    pdf.trailer.Info.Title = text
    metadata(pdf, rb'(x-default">)[^<]*', rb"\g<1>" + text.encode())


def picture(pdf, **more):
    pixel = Stream(pdf, b"\x80\x80\x80")
    pixel.Type, pixel.Subtype, pixel.Width, pixel.Height = Name.XObject, Name.Image, 1, 1
    pixel.ColorSpace, pixel.BitsPerComponent = Name.DeviceRGB, 8
    for key, held in more.items():
        pixel[f"/{key}"] = held
    pdf.pages[0].Resources.XObject = Dictionary(Im0=pixel)
    rewrite(pdf, before_end(([Name.Artifact], "BMC"), ([Name.Im0], "Do"), ([], "EMC")))


# ---- what the file says of itself


@defect("no language", "UA 7.2 document language")
def _(pdf):
    del pdf.Root.Lang


@defect("another language", "HOUSE document language is ours")
def _(pdf):
    pdf.Root.Lang = "de-DE"


@defect("title not displayed", "UA 7.1 title is displayed")
def _(pdf):
    del pdf.Root.ViewerPreferences


@defect("no metadata", "A 6.6.2.1 catalog metadata stream")
def _(pdf):
    del pdf.Root.Metadata


@defect("packet not XML", "A 6.6.2.1 metadata is well-formed UTF-8 XML")
def _(pdf):
    metadata(pdf, rb"</rdf:RDF>", b"")


@defect("packet with its encoding", "A 6.6.2.1 xpacket header")
def _(pdf):
    metadata(pdf, rb"(<\?xpacket begin=[^?]*)\?>", rb'\1 encoding="UTF-8"?>')


@defect("part 1 of PDF/A", "A 6.6.4 pdfaid part and conformance")
def _(pdf):
    metadata(pdf, rb"<pdfaid:part>2", b"<pdfaid:part>1")


@defect("level B claimed", "claims 2a,ua1")
def _(pdf):
    metadata(pdf, rb"<pdfaid:conformance>A", b"<pdfaid:conformance>B")


@defect("no claim of PDF/UA", "UA 5 pdfuaid part")
def _(pdf):
    metadata(pdf, rb"<pdfuaid:part>1</pdfuaid:part>", b"")


@defect("PDF/UA's schema not described", "A 6.6.2.3 extension schemas declared")
def _(pdf):
    metadata(pdf, rb"<pdfaSchema:namespaceURI>[^<]*", b"<pdfaSchema:namespaceURI>http://example.invalid/")


@defect("no title in the packet", "UA 7.1 title in metadata")
def _(pdf):
    metadata(pdf, rb"<dc:title>.*?</dc:title>", b"")


@defect("title as plain text", "A 6.6.2.3 value types of the dc properties")
def _(pdf):
    metadata(pdf, rb"<dc:title>.*?</dc:title>", b"<dc:title>Patto</dc:title>")


@defect("Info made another day than XMP says", "HOUSE Info and XMP agree")
def _(pdf):
    pdf.trailer.Info.CreationDate = "D:20200101120000+01'00'"


@defect("Info titled otherwise", "HOUSE Info and XMP agree")
def _(pdf):
    pdf.trailer.Info.Title = "Patto di prova"


@defect("a person in the title", "HOUSE title is a kind and a number, no person")
def _(pdf):
    title(pdf, "Patto di servizio di Maria Rossi")


@defect("a person in capitals in the title", "HOUSE title is a kind and a number, no person")
def _(pdf):
    title(pdf, "Convocazione ROSSI MARIA")


@defect("a fiscal code in the title", "HOUSE title is a kind and a number, no person")
def _(pdf):
    title(pdf, "Patto di servizio RSSMTR85T50Z999W")


@defect("an e-mail in the title", "HOUSE title is a kind and a number, no person")
def _(pdf):
    title(pdf, "Convocazione maria.rossi@esempio.invalid")


@defect("an author in Info", "HOUSE Info keys")
def _(pdf):
    pdf.trailer.Info.Author = "Giulia Neri"


@defect("an author in the packet", "HOUSE metadata properties")
def _(pdf):
    author = b"<dc:creator><rdf:Seq><rdf:li>Giulia Neri</rdf:li></rdf:Seq></dc:creator></rdf:Description>"
    metadata(pdf, rb"</rdf:Description>", author)


# ---- colours


@defect("no output intent", "A 6.2.4.3 device colours")
def _(pdf):
    del pdf.Root.OutputIntents


@defect("a profile of other colours", "A 6.2.3 output intent profile")
def _(pdf):
    pdf.Root.OutputIntents[0].DestOutputProfile.N = 4


@defect("a profile cut short", "A 6.2.3 output intent profile")
def _(pdf):
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    profile.write(profile.read_bytes()[:-40])


@defect("CMYK", "A 6.2.4.3 device colours")
def _(pdf):
    rewrite(pdf, at_first("rg", lambda operands: [([0, 0, 0, 1], "k")]))


@defect("pale text", "HOUSE text stands out from white (7 to 1)")
def _(pdf):
    rewrite(pdf, at_first("rg", lambda operands: [([0.7, 0.7, 0.7], "rg")]))


@defect("a strange rendering intent", "A 6.2.6 rendering intents")
def _(pdf):
    rewrite(pdf, before_end(([Name.Vivid], "ri")))


# ---- fonts


@defect("a font not embedded", "A 6.2.11.4 font embedded")
def _(pdf):
    del inner(fonts(pdf)[0]).FontDescriptor.FontFile2


@defect("a font without ToUnicode", "A 6.2.11.7 every used glyph maps to Unicode")
def _(pdf):
    del fonts(pdf)[0].ToUnicode


@defect("one glyph without its Unicode", "A 6.2.11.7 every used glyph maps to Unicode")
def _(pdf):
    for font in fonts(pdf):
        said = font.ToUnicode.read_bytes()
        font.ToUnicode.write(re.sub(rb"(<[0-9A-Fa-f]{4}>\s*)<0061>", rb"\1<FFFD>", said))


@defect("wrong widths", "A 6.2.11.5 widths agree with the program")
def _(pdf):
    font = inner(fonts(pdf)[0])
    font.W, font.DW = Array(), 333


@defect("no CIDToGIDMap", "A 6.2.11.3 CIDToGIDMap")
def _(pdf):
    del inner(fonts(pdf)[0]).CIDToGIDMap


@defect("an encoding of another kind", "A 6.2.11.3 CID font encoding")
def _(pdf):
    fonts(pdf)[0].Encoding = Name("/UniGB-UCS2-H")


@defect("glyph 0 shown", "A 6.2.11.8 no .notdef glyph")
def _(pdf):
    rewrite(pdf, at_first("Tj", lambda operands: [([String(b"\0\0" + bytes(operands[0]))], "Tj")]))


@defect("a glyph beyond the program", "A 6.2.11.4 used glyphs present in the program")
def _(pdf):
    rewrite(pdf, at_first("Tj", lambda operands: [([String(b"\xff\x00")], "Tj")]))


@defect("a broken font program", "A 6.2.11.4 font program readable")
def _(pdf):
    inner(fonts(pdf)[0]).FontDescriptor.FontFile2.write(b"no font")


@defect("a glyph left out of the subset", "A 6.2.11.4 used glyphs have an outline")
def _(pdf):
    for font in fonts(pdf):
        program = inner(font).FontDescriptor.FontFile2
        face, out = TTFont(io.BytesIO(program.read_bytes())), io.BytesIO()
        code = int(re.search(rb"<([0-9A-Fa-f]{4})>\s*<0061>", font.ToUnicode.read_bytes()).group(1), 16)
        face["glyf"][face.getGlyphOrder()[code]] = Glyph()
        face.save(out)
        program.write(out.getvalue())


@defect("a font with two names", "HOUSE fonts are subsets of TrueType, Identity-H, one name")
def _(pdf):
    inner(fonts(pdf)[0]).BaseFont = Name("/ABCDEF+Other")


# ---- structure


@defect("not marked", "A 6.7.2 / UA 7.1 document is marked")
def _(pdf):
    pdf.Root.MarkInfo.Marked = False


@defect("suspects", "UA 7.1 no suspects")
def _(pdf):
    pdf.Root.MarkInfo.Suspects = True


@defect("no structure tree", "A 6.7.3 / UA 7.1 structure tree")
def _(pdf):
    del pdf.Root.StructTreeRoot


@defect("a structure type of its own", "A 6.7.3.4 / UA 7.1 structure types are standard or mapped")
def _(pdf):
    first(pdf, "P").S = Name.Paragrafo


@defect("unmarked content", "UA 7.1 all content is tagged or artifact")
def _(pdf):
    rewrite(pdf, before_end(([10, 10, 20, 20], "re"), ([], "f")))


@defect("text not in the tree", "UA 7.1 all content is tagged or artifact")
def _(pdf):
    def over(pairs):
        opened = next(i for i, (_, name) in enumerate(pairs) if name == "BDC")
        closed = next(i for i in range(opened, len(pairs)) if pairs[i][1] == "EMC")
        return pairs[:opened] + pairs[opened + 1:closed] + pairs[closed + 1:]

    rewrite(pdf, over)


@defect("a marked sequence nobody owns", "UA 7.1 every marked sequence belongs to the tree")
def _(pdf):
    first(pdf, "P").K = Array()


@defect("the tree names what is not there", "UA 7.1 the tree names only marked sequences that are there")
def _(pdf):
    paragraph = first(pdf, "P")
    strange = Dictionary(Type=Name.MCR, Pg=pdf.pages[0].obj, MCID=9999)
    paragraph.K = Array([*listed(paragraph.K), strange])


@defect("a sequence with two owners", "UA 7.1 a marked sequence has one owner")
def _(pdf):
    paragraphs = [e for e in elements(pdf) if e.S == Name.P]
    theirs, other = listed(paragraphs[0].K)[0], paragraphs[1]
    if isinstance(theirs, int):
        theirs = Dictionary(Type=Name.MCR, Pg=paragraphs[0].Pg, MCID=theirs)
    other.K = Array([*listed(other.K), theirs])


@defect("an MCID twice", "UA 7.1 MCIDs are unique on a page")
def _(pdf):
    rewrite(pdf, lambda pairs: [(again(o), n) if n == "BDC" else (o, n) for o, n in pairs])


def again(operands):
    """MCID 1 becomes another MCID 0."""
    twice = "/MCID" in operands[1] and operands[1].MCID == 1
    return [operands[0], Dictionary(MCID=0)] if twice else operands


@defect("decoration inside what is read", "UA 7.1 artifacts and tagged content do not nest")
def _(pdf):
    rewrite(pdf, at_first("BDC", lambda operands: [(operands, "BDC"), ([Name.Artifact], "BMC"), ([], "EMC")]))


@defect("a broken parent tree", "UA 7.1 parent tree agrees with the structure tree")
def _(pdf):
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]


@defect("pages without their number in the tree", "UA 7.1 parent tree agrees with the structure tree")
def _(pdf):
    del pdf.pages[0].StructParents


@defect("a heading level skipped", "UA 7.4 heading levels")
def _(pdf):
    first(pdf, "H2").S = Name.H4


@defect("no title heading", "HOUSE one title (H1)")
def _(pdf):
    first(pdf, "H1").S = Name.P


@defect("two titles", "HOUSE one title (H1)")
def _(pdf):
    first(pdf, "H2").S = Name.H1


@defect("a figure without words", "UA 7.3 figures have a text alternative")
def _(pdf):
    first(pdf, "P").S = Name.Figure


@defect("a figure with empty words", "UA 7.3 figures have a text alternative")
def _(pdf):
    first(pdf, "P").S = Name.Figure
    first(pdf, "Figure").Alt = String(" ")


@defect("a head without scope", "UA 7.5 table headers")
def _(pdf):
    del first(pdf, "TH").A


@defect("a table without heads", "HOUSE tables have column heads")
def _(pdf):
    for element in elements(pdf):
        if element.S == Name.TH:
            element.S = Name.TD


@defect("a row too short", "HOUSE rows of a table are equally long")
def _(pdf):
    row = first(pdf, "TR")
    row.K = Array(list(row.K)[:-1])


@defect("a cell outside a row", "UA 7.2 table children")
def _(pdf):
    first(pdf, "P").S = Name.TD


@defect("a point outside a list", "UA 7.2 list children")
def _(pdf):
    first(pdf, "P").S = Name.LI


@defect("a list that does not say its numbering", "HOUSE lists say their numbering")
def _(pdf):
    del first(pdf, "L").A


@defect("a point without label", "HOUSE points have a label and words")
def _(pdf):
    first(pdf, "Lbl").S = Name.LBody


@defect("an empty paragraph", "HOUSE no empty element")
def _(pdf):
    document = pdf.Root.StructTreeRoot.K[0]
    document.K.append(pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=document)))


@defect("a language nobody speaks", "UA 7.2 language tags")
def _(pdf):
    first(pdf, "P").Lang = String("italiano di qui")


@defect("Arabic said to be Italian", "HOUSE other scripts name their language")
def _(pdf):
    for font in fonts(pdf):
        said = font.ToUnicode.read_bytes()
        font.ToUnicode.write(re.sub(rb"(<[0-9A-Fa-f]{4}>\s*)<0061>", rb"\1<0627>", said))


# ---- what a document of ours never holds


@defect("a script", "A 6.5.1 actions")
def _(pdf):
    pdf.Root.OpenAction = Dictionary(Type=Name.Action, S=Name.JavaScript, JS=String("app.alert(1)"))


@defect("scripts by name", "A 6.5.1 actions")
def _(pdf):
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array()))


@defect("an action when opened", "HOUSE no actions, annotations, files, groups")
def _(pdf):
    pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])


@defect("an action on a page", "A 6.5.2 no additional actions")
def _(pdf):
    pdf.pages[0].AA = Dictionary()


@defect("a link", "HOUSE no actions, annotations, files, groups")
def _(pdf):
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), F=4)
    pdf.pages[0].Annots = Array([pdf.make_indirect(link)])


@defect("a link not in the tree", "UA 7.18 annotation is in the structure tree")
def _(pdf):
    pdf.pages[0].Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), F=4)])


@defect("a file inside", "A 6.8 no embedded files")
def _(pdf):
    inside = Dictionary(Type=Name.Filespec, F="x.txt", EF=Dictionary(F=Stream(pdf, b"x")))
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("x"), pdf.make_indirect(inside)])))


@defect("a form field", "HOUSE catalog keys")
def _(pdf):
    pdf.Root.AcroForm = Dictionary(Fields=Array())


@defect("a form that needs its looks", "A 6.4 forms")
def _(pdf):
    pdf.Root.AcroForm = Dictionary(Fields=Array(), NeedAppearances=True)


@defect("layers", "HOUSE catalog keys")
def _(pdf):
    pdf.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary())


@defect("a transparency group", "HOUSE page keys")
def _(pdf):
    pdf.pages[0].Group = Dictionary(Type=Name.Group, S=Name.Transparency)


@defect("a transparent picture", "HOUSE only plain images")
def _(pdf):
    mask = Stream(pdf, b"\x80")
    mask.Type, mask.Subtype, mask.Width, mask.Height = Name.XObject, Name.Image, 1, 1
    mask.ColorSpace, mask.BitsPerComponent = Name.DeviceGray, 8
    picture(pdf, SMask=mask)


@defect("a smoothed picture", "A 6.2.8 image keys")
def _(pdf):
    picture(pdf, Interpolate=True)


@defect("a transfer function", "A 6.2.5 extended graphics state")
def _(pdf):
    pdf.pages[0].Resources.ExtGState = Dictionary(G=pdf.make_indirect(Dictionary(Type=Name.ExtGState, TR=Name.Identity)))


@defect("an outside file for a stream", "A 6.1.7.1 no external stream data")
def _(pdf):
    pdf.pages[0].Contents = Stream(pdf, pdf.pages[0].Contents.read_bytes())
    pdf.pages[0].Contents.F = String("elsewhere")


@defect("LZW", "A 6.1.7.2 filters")
def _(pdf):
    odd = Stream(pdf, b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01")
    odd.Filter = Name.LZWDecode
    pdf.pages[0].Resources.ProcSet = pdf.make_indirect(odd)
    return AS_THEY_ARE


@defect("an operator nobody knows", "A 6.2.2 only operators of ISO 32000-1")
def _(pdf):
    rewrite(pdf, before_end(([], "zz")))


@defect("an operator we do not use", "HOUSE operators")
def _(pdf):
    rewrite(pdf, before_end(([Name.GS0], "gs")))


@defect("a sequence left open", "A 6.2.2 operators come in pairs")
def _(pdf):
    rewrite(pdf, before_end(([Name.Artifact], "BMC")))


@defect("nested too deep", "A 6.1.13 q/Q nesting")
def _(pdf):
    rewrite(pdf, before_end(*[([], "q")] * 29, *[([], "Q")] * 29))


@defect("a page as large as a house", "A 6.1.13 page size")
def _(pdf):
    pdf.pages[0].MediaBox = Array([0, 0, 20000, 842])


@defect("a page of American paper", "HOUSE page is A4")
def _(pdf):
    pdf.pages[0].MediaBox = Array([0, 0, 612, 792])


@defect("a page turned", "HOUSE page is A4")
def _(pdf):
    pdf.pages[0].Rotate = 90


@defect("no bookmarks", "HOUSE bookmarks")
def _(pdf):
    del pdf.Root.Outlines


@defect("a section without its bookmark", "HOUSE a bookmark for each heading")
def _(pdf):
    first(pdf, "P").S = Name.H2


@defect("a bookmark that leads nowhere", "HOUSE bookmarks lead to a page")
def _(pdf):
    bookmark = pdf.make_indirect(Dictionary(Title=String("1. Chi firma"), Dest=Array()))
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=bookmark, Last=bookmark, Count=1))


@defect("a bookmark with an action", "HOUSE bookmark keys")
def _(pdf):
    jump = Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit]))
    bookmark = pdf.make_indirect(Dictionary(Title=String("1. Chi firma"), A=jump))
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=bookmark, Last=bookmark, Count=1))


@defect("the page mode as text", "HOUSE page mode is a name")
def _(pdf):
    pdf.Root.PageMode = String("UseOutlines")


@defect("encrypted", "A 6.1.3 no encryption")
def _(pdf):
    return {"encryption": Encryption(user="", owner="x", R=6)}


# ---- in the bytes

defect("something after the end", "A 6.1.3 nothing after %%EOF", IN_BYTES)(lambda raw: raw + b"more")
defect("no binary comment", "A 6.1.2 header and binary comment", IN_BYTES)(
    lambda raw: re.sub(rb"^(%PDF-1\.\d\s*)%....", rb"\1%abcd", raw, count=1)
)
defect("no identifier", "A 6.1.3 trailer /ID", IN_BYTES)(lambda raw: raw.replace(b"/ID", b"/XX"))
defect("a filter on the packet", "HOUSE metadata is not compressed", IN_BYTES)(
    lambda raw: raw.replace(b"/Subtype/XML", b"/Subtype/XML/Filter[]")
)
defect("only the beginning", "the file can be read", IN_BYTES)(lambda raw: raw[:200])
defect("no PDF", "the file can be read", IN_BYTES)(lambda raw: b"Patto di servizio")


# ---- seen by others too

defect("cross-reference gone", others.QPDF, FOR_OTHERS)(lambda raw: raw.replace(b"startxref", b"startxxxx"))
defect("cut in half", others.QPDF, FOR_OTHERS)(lambda raw: raw[: len(raw) // 2])


@defect("a font not embedded", others.PDFFONTS, FOR_OTHERS)
def _(pdf):
    del inner(fonts(pdf)[0]).FontDescriptor.FontFile2


@defect("a font without ToUnicode", others.PDFFONTS, FOR_OTHERS)
def _(pdf):
    del fonts(pdf)[0].ToUnicode


@defect("no output intent", others.PREFLIGHT, FOR_OTHERS)
def _(pdf):
    del pdf.Root.OutputIntents


@defect("a script", others.PREFLIGHT, FOR_OTHERS)
def _(pdf):
    pdf.Root.OpenAction = Dictionary(Type=Name.Action, S=Name.JavaScript, JS=String("app.alert(1)"))
