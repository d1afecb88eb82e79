"""Fonts: embedded, mapped to Unicode, as wide as they say (ISO 19005-2, 6.2.11)."""

import io
import re

from fontTools.ttLib import TTFont, TTLibError
from pikepdf import Array, Stream

from .document import is_dict, name, value

TYPES = {"/Type0", "/TrueType", "/Type1", "/MMType1", "/Type3"}
NO_TEXT = {"\0", "\ufeff", "\ufffe", "\ufffd"}


class Font:
    """A font of the pages, the codes shown in it and what they mean."""

    def __init__(self, dictionary):
        self.dictionary, self.used = dictionary, set()
        self.kind, self.face = name(dictionary, "/Subtype"), name(dictionary, "/BaseFont")
        self.composite = self.kind == "/Type0"
        self.inner = dictionary.DescendantFonts[0] if self.composite else dictionary
        self.descriptor = value(self.inner, "/FontDescriptor")
        self.unicode = to_unicode(dictionary)

    def show(self, string):
        """Notes the codes of a string; gives its text."""
        step = 2 if self.composite else 1
        codes = [int.from_bytes(string[i:i + step], "big") for i in range(0, len(string) - step + 1, step)]
        self.used.update(codes)
        return "".join(self.unicode.get(code, "") for code in codes)

    def program(self):
        keys = ("/FontFile2", "/FontFile3", "/FontFile")
        found = next((value(self.descriptor, key) for key in keys if value(self.descriptor, key) is not None), None)
        return found if isinstance(found, Stream) else None

    def identity(self):
        """Do its codes number the glyphs of the program?"""
        return self.composite and name(self.dictionary, "/Encoding") == "/Identity-H"

    def widths(self):
        """Widths by code and the width of all others, in thousandths of the size."""
        found, run, at = {}, list(value(self.inner, "/W", [])), 0
        while at + 1 < len(run):
            if isinstance(run[at + 1], Array):
                found.update({int(run[at]) + n: float(w) for n, w in enumerate(run[at + 1])})
                at += 2
            else:
                found.update({code: float(run[at + 2]) for code in range(int(run[at]), int(run[at + 1]) + 1)})
                at += 3
        return found, float(value(self.inner, "/DW", 1000))


def to_unicode(dictionary):
    """The text of each code (ISO 32000-1, 9.10.3)."""
    stream, found = value(dictionary, "/ToUnicode"), {}
    if not isinstance(stream, Stream):
        return found
    text = stream.read_bytes().decode("latin-1")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
        for code, said in re.findall(r"<\s*([0-9A-Fa-f]+)\s*>\s*<\s*([0-9A-Fa-f]*)\s*>", block):
            found[int(code, 16)] = utf16(said)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.S):
        for first, last, said in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f]*>|\[[^\]]*\])", block):
            first, last = int(first, 16), int(last, 16)
            if said.startswith("["):
                for n, each in enumerate(re.findall(r"<([0-9A-Fa-f]*)>", said)):
                    found[first + n] = utf16(each)
            elif start := utf16(said[1:-1]):
                for code in range(first, min(last, first + 65535) + 1):
                    found[code] = start[:-1] + chr(min(ord(start[-1]) + code - first, 0x10FFFF))
    return found


def utf16(digits):
    return bytes.fromhex(digits + "0" * (len(digits) % 2)).decode("utf-16-be", "replace")


def check(content, unicode_asked, verdict):
    for font in content.fonts.values():
        verdict.rule("A 6.2.11.2 font type", font.kind in TYPES, font.face)
        if font.kind == "/Type3":
            continue
        verdict.rule("A 6.2.11.4 font embedded", font.program() is not None, font.face)
        if font.composite:
            composite(font, verdict.rule)
        if font.used and unicode_asked:
            mute = [code for code in sorted(font.used) if not font.unicode.get(code) or font.unicode[code] in NO_TEXT]
            verdict.rule("A 6.2.11.7 every used glyph maps to Unicode", not mute, (font.face, mute[:5]))
        if font.used and font.identity() and is_dict(font.descriptor) and "/FontFile2" in font.descriptor:
            glyphs(font, verdict.rule)


def composite(font, rule):
    encoding = value(font.dictionary, "/Encoding")
    known = isinstance(encoding, Stream) or str(encoding) in ("/Identity-H", "/Identity-V")
    rule("A 6.2.11.3 CID font encoding", known, encoding)
    if name(font.inner, "/Subtype") == "/CIDFontType2":
        mapped = value(font.inner, "/CIDToGIDMap")
        rule("A 6.2.11.3 CIDToGIDMap", isinstance(mapped, Stream) or str(mapped) == "/Identity", font.face)


def glyphs(font, rule):
    """The program itself: the glyphs are there and as wide as the file says."""
    if name(font.inner, "/CIDToGIDMap") != "/Identity" or font.program() is None:
        return
    try:
        program = TTFont(io.BytesIO(font.program().read_bytes()), lazy=True)
        advances, order, em = program["hmtx"].metrics, program.getGlyphOrder(), program["head"].unitsPerEm
    except (TTLibError, KeyError, ValueError, AssertionError) as why:
        rule("A 6.2.11.4 font program readable", False, (font.face, why))
        return
    rule("A 6.2.11.4 font program readable", True)
    beyond = [code for code in font.used if code >= len(order)]
    rule("A 6.2.11.4 used glyphs present in the program", not beyond, (font.face, beyond[:3]))
    said, other = font.widths()
    real = {code: advances[order[code]][0] * 1000 / em for code in font.used if code < len(order)}
    wrong = [(code, said.get(code, other), w) for code, w in sorted(real.items()) if abs(said.get(code, other) - w) > 1]
    rule("A 6.2.11.5 widths agree with the program", not wrong, (font.face, wrong[:3]))
    rule("A 6.2.11.8 no .notdef glyph", 0 not in font.used, font.face)
    outlines = program["glyf"] if "glyf" in program else {}
    gone = [
        code
        for code in sorted(font.used)
        if code < len(order)
        and font.unicode.get(code, "").strip("\u00a0\u200b\u200c\u200d\u200e\u200f\u202f ")
        and order[code] in outlines
        and outlines[order[code]].numberOfContours == 0
    ]
    rule("A 6.2.11.4 used glyphs have an outline", not gone, (font.face, gone[:5]))
