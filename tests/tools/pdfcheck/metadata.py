"""What the file says of itself: XMP packet and information dictionary (ISO 19005-2, 6.6)."""

import re
import xml.etree.ElementTree as ET

from pikepdf import Stream

from .document import name, value

NS = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "extension": "http://www.aiim.org/pdfa/ns/extension/",
    "schema": "http://www.aiim.org/pdfa/ns/schema#",
    "property": "http://www.aiim.org/pdfa/ns/property#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
}
# Namespaces PDF/A-2 knows without a description of theirs.
PREDEFINED = {NS[k] for k in NS if k != "pdfuaid"} | {
    "http://ns.adobe.com/xap/1.0/mm/",
    "http://ns.adobe.com/xap/1.0/rights/",
    "http://ns.adobe.com/xap/1.0/bj/",
    "http://ns.adobe.com/xap/1.0/t/pg/",
    "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
    "http://ns.adobe.com/photoshop/1.0/",
    "http://ns.adobe.com/tiff/1.0/",
    "http://ns.adobe.com/exif/1.0/",
    "http://ns.adobe.com/exif/1.0/aux/",
    "http://ns.adobe.com/camera-raw-settings/1.0/",
    "http://www.aiim.org/pdfa/ns/type#",
    "http://www.aiim.org/pdfa/ns/field#",
}
DC_TYPES = {
    "Alt": ("title", "description", "rights"),
    "Seq": ("creator", "date"),
    "Bag": ("subject", "language", "publisher", "contributor", "relation", "type"),
}


class Xmp:
    """The packet: `properties` by `{namespace}name`, text or element."""

    def __init__(self, packet, tree):
        self.packet, self.tree = packet, tree
        self.properties = {}
        for description in tree.iter(tag("rdf", "Description")):
            self.properties.update(description.attrib)
            for child in description:
                self.properties[child.tag] = child if len(child) else (child.text or "").strip()
        self.properties.pop(tag("rdf", "about"), None)

    def get(self, prefix, local):
        return self.properties.get(tag(prefix, local))

    def items(self, prefix, local):
        """The texts of an Alt, Seq or Bag."""
        found = self.get(prefix, local)
        if found is None or isinstance(found, str):
            return []
        return [li.text or "" for li in found.iter(tag("rdf", "li"))]

    def title(self):
        return next(iter(self.items("dc", "title")), None)

    def claims(self):
        part, level, ua = self.get("pdfaid", "part"), self.get("pdfaid", "conformance"), self.get("pdfuaid", "part")
        return ({f"{part}{str(level).lower()}"} if part else set()) | ({f"ua{ua}"} if ua else set())


def tag(prefix, local):
    return "{%s}%s" % (NS[prefix], local)


def read(doc, verdict):
    """The packet of the file; nothing when it cannot be read."""
    stream = value(doc.root, "/Metadata")
    found = isinstance(stream, Stream)
    typed = found and name(stream, "/Type") == "/Metadata" and name(stream, "/Subtype") == "/XML"
    verdict.rule("A 6.6.2.1 catalog metadata stream", typed)
    if not found:
        return None
    packet = stream.read_bytes()
    header = re.search(rb"<\?xpacket begin=[^?]*\?>", packet)
    plain = header is not None and b"bytes=" not in header.group() and b"encoding=" not in header.group()
    verdict.rule("A 6.6.2.1 xpacket header", plain, header and header.group())
    well_formed = "A 6.6.2.1 metadata is well-formed UTF-8 XML"
    try:
        text = re.sub(rb"<\?xpacket.*?\?>", b"", packet).decode("utf-8").strip("\ufeff\0 \n\r\t")
        xmp = Xmp(packet, ET.fromstring(text))
    except (UnicodeDecodeError, ET.ParseError) as why:
        verdict.rule(well_formed, False, why)
        return None
    verdict.rule(well_formed, True)
    return xmp


def check(xmp, verdict):
    rule = verdict.rule
    described = {(e.text or "").strip() for e in xmp.tree.iter(tag("schema", "namespaceURI"))}
    described |= {e.attrib[tag("schema", "namespaceURI")] for e in xmp.tree.iter() if tag("schema", "namespaceURI") in e.attrib}
    used = {key[1:].split("}")[0] for key in xmp.properties if key.startswith("{")}
    unknown = used - PREDEFINED - described - {"http://www.w3.org/XML/1998/namespace"}
    rule("A 6.6.2.3 extension schemas declared", not unknown, unknown)
    part, level = xmp.get("pdfaid", "part"), xmp.get("pdfaid", "conformance")
    rule("A 6.6.4 pdfaid part and conformance", str(part) == "2" and str(level) in ("A", "B", "U"), (part, level))
    for kind, names in DC_TYPES.items():
        for local in names:
            found = xmp.get("dc", local)
            if found is not None:
                typed = not isinstance(found, str) and [e.tag for e in found] == [tag("rdf", kind)]
                rule("A 6.6.2.3 value types of the dc properties", typed, (local, kind))


def agree(doc, xmp, verdict):
    """Information dictionary and packet say the same."""
    info = doc.info()
    pairs = [
        ("/Title", xmp.title()),
        ("/Creator", xmp.get("xmp", "CreatorTool")),
        ("/Producer", xmp.get("pdf", "Producer")),
        ("/CreationDate", pdf_date(xmp.get("xmp", "CreateDate"))),
        ("/ModDate", pdf_date(xmp.get("xmp", "ModifyDate"))),
    ]
    for key, said in pairs:
        if key in info or said is not None:
            mine = str(info[key]) if key in info else None
            verdict.rule("HOUSE Info and XMP agree", mine == said, (key, mine, said))


def pdf_date(iso):
    """An XMP date as the information dictionary writes it."""
    if not isinstance(iso, str):
        return iso
    return "D:" + re.sub(r"[-:T]", "", iso[:19]) + re.sub(r"(\d\d):(\d\d)$", r"\1'\2'", iso[19:])
