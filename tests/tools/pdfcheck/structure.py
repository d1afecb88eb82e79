"""The structure tree (ISO 19005-2, 6.7; ISO 14289-1, 7): what a screen reader follows."""

import re

from pikepdf import Array

from .document import is_dict, listed, name, value

STANDARD = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl"
    " LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP"
    " Warichu WT WP Figure Formula Form".split()
)
LANGUAGE = r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"


class Element:
    """A structure element with its place in the tree."""

    def __init__(self, dictionary, role, parent, page):
        self.dictionary, self.role, self.parent, self.page = dictionary, role, parent, page
        self.children, self.marks = [], []

    def attribute(self, key):
        found = (value(a, key) for a in listed(value(self.dictionary, "/A")))
        return next((v for v in found if v is not None), None)

    def language(self):
        """The nearest language said, going up; none said is the document's."""
        node = self
        while node is not None:
            if "/Lang" in node.dictionary:
                return str(node.dictionary.Lang)
            node = node.parent
        return None

    def below(self):
        for child in self.children:
            yield child
            yield from child.below()


class Tree:
    """All elements in reading order, and who owns each marked sequence."""

    def __init__(self, doc):
        self.root = value(doc.root, "/StructTreeRoot")
        self.roles = {str(k): str(v) for k, v in (value(self.root, "/RoleMap") or {}).items()}
        self.elements, self.owner, self.tops, self.shared = [], {}, [], []
        self.numbers = {page.objgen: n for n, page in enumerate(doc.pages)}
        for kid in listed(value(self.root, "/K")):
            if is_dict(kid):
                self.tops.append(self.enter(kid, None, None, 0))

    def role(self, said):
        for _ in range(20):
            if said.lstrip("/") in STANDARD or said not in self.roles:
                break
            said = self.roles[said]
        return said.lstrip("/")

    def enter(self, dictionary, parent, page, depth):
        own = value(dictionary, "/Pg")
        page = self.numbers.get(own.objgen) if is_dict(own) else page
        element = Element(dictionary, self.role(name(dictionary, "/S")), parent, page)
        self.elements.append(element)
        for kid in listed(value(dictionary, "/K")):
            if isinstance(kid, int):
                self.own(page, int(kid), element)
            elif is_dict(kid) and "/MCID" in kid and "/S" not in kid:
                where = value(kid, "/Pg")
                self.own(self.numbers.get(where.objgen) if is_dict(where) else page, int(kid.MCID), element)
            elif is_dict(kid) and "/S" in kid and depth < 200:
                element.children.append(self.enter(kid, element, page, depth + 1))
        return element

    def own(self, page, mcid, element):
        if (page, mcid) in self.owner:
            self.shared.append((page, mcid))
        self.owner[page, mcid] = element
        element.marks.append((page, mcid))


def check(doc, tree, verdict):
    rule = verdict.rule
    rule("A 6.7.2 / UA 7.1 document is marked", bool(value(value(doc.root, "/MarkInfo"), "/Marked", False)))
    rule("A 6.7.3 / UA 7.1 structure tree", is_dict(tree.root) and tree.elements)
    for element in tree.elements:
        said = name(element.dictionary, "/S")
        rule("A 6.7.3.4 / UA 7.1 structure types are standard or mapped", element.role in STANDARD, said)
        family(element, rule)
        if element.role in ("Figure", "Formula"):
            told = any(str(value(element.dictionary, key, "")).strip() for key in ("/Alt", "/ActualText"))
            rule("UA 7.3 figures have a text alternative", told, element.role)
        if element.role == "Note":
            rule("UA 7.9 notes have an ID", str(value(element.dictionary, "/ID", "")) != "")
        if element.role == "Table":
            rule("UA 7.5 table headers", headed(element), "a TH without Scope and no Headers")
        if "/Lang" in element.dictionary:
            tag = str(element.dictionary.Lang)
            rule("UA 7.2 language tags", re.fullmatch(LANGUAGE, tag) is not None, tag)


def family(element, rule):
    """Who may stand in whom."""
    role, inner = element.role, [child.role for child in element.children]
    parent = element.parent.role if element.parent else ""
    tables, lists = "UA 7.2 table children", "UA 7.2 list children"
    if role == "Table":
        single = inner.count("THead") <= 1 and inner.count("TFoot") <= 1
        bodied = "TBody" in inner or not {"THead", "TFoot"} & set(inner)
        rule(tables, set(inner) <= {"TR", "THead", "TBody", "TFoot", "Caption"} and single and bodied, inner)
    elif role in ("THead", "TBody", "TFoot"):
        rule(tables, set(inner) <= {"TR"} and parent == "Table", (role, inner))
    elif role == "TR":
        rule(tables, set(inner) <= {"TH", "TD"} and parent in ("Table", "THead", "TBody", "TFoot"), (parent, inner))
    elif role in ("TH", "TD"):
        rule(tables, parent == "TR", (parent, role))
    elif role == "L":
        rule(lists, set(inner) <= {"L", "LI", "Caption"}, inner)
    elif role == "LI":
        rule(lists, set(inner) <= {"Lbl", "LBody"} and parent == "L", (parent, inner))
    elif role == "LBody":
        rule(lists, parent == "LI", parent)
    elif role == "TOC":
        rule("UA 7.2 table of contents", set(inner) <= {"TOC", "TOCI", "Caption"}, inner)
    elif role == "TOCI":
        rule("UA 7.2 table of contents", parent == "TOC", parent)


def headed(table):
    cells = [e for e in table.below() if e.role in ("TH", "TD")]
    heads = [e for e in cells if e.role == "TH"]
    scoped = all(e.attribute("/Scope") is not None for e in heads)
    return not heads or scoped or any(e.attribute("/Headers") is not None for e in cells)


def check_ua(doc, tree, content, verdict):
    """What PDF/UA asks of the tree as a whole."""
    rule = verdict.rule
    heads = [e.role for e in tree.elements if re.fullmatch("H[1-6]?", e.role)]
    levels = [int(h[1]) for h in heads if len(h) > 1]
    steps = (not levels or levels[0] == 1) and all(b - a <= 1 for a, b in zip(levels, levels[1:]))
    rule("UA 7.4 heading levels", steps and not (levels and "H" in heads), heads[:12])
    met = [(page, m) for page, marks in content.marks.items() for m in marks]
    lost = [at for at in met if at not in tree.owner]
    rule("UA 7.1 every marked sequence belongs to the tree", not lost, lost[:4])
    empty = [at for at in tree.owner if at not in set(met)]
    rule("UA 7.1 the tree names only marked sequences that are there", not empty, empty[:4])
    rule("UA 7.1 a marked sequence has one owner", not tree.shared, tree.shared[:4])
    wrong = [at for at in met if at in tree.owner and not hangs(doc, tree, *at)]
    rule("UA 7.1 parent tree agrees with the structure tree", not wrong, wrong[:4])
    rule("UA 7.1 no suspects", not bool(value(value(doc.root, "/MarkInfo"), "/Suspects", False)))
    language = value(doc.root, "/Lang")
    rule("UA 7.2 document language", language is not None and re.fullmatch(LANGUAGE, str(language)), language)


def hangs(doc, tree, page, mcid):
    """Does the parent tree lead from a marked sequence to its owner?"""
    number = value(doc.pages[page], "/StructParents")
    row = numbered(value(tree.root, "/ParentTree")).get(-1 if number is None else int(number))
    owner = tree.owner[page, mcid].dictionary.objgen
    return isinstance(row, Array) and mcid < len(row) and is_dict(row[mcid]) and row[mcid].objgen == owner


def numbered(node):
    """A number tree as a dictionary."""
    pairs = listed(value(node, "/Nums"))
    found = {int(pairs[i]): pairs[i + 1] for i in range(0, len(pairs) - 1, 2)}
    for kid in listed(value(node, "/Kids")):
        found.update(numbered(kid))
    return found
