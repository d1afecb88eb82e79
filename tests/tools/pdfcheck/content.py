"""What the pages draw: operators, colours, fonts, and which of it is tagged."""

from collections import defaultdict

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from .document import is_dict, name, value
from .fonts import Font

# ISO 32000-1, table 51.
OPERATORS = set(
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l M m MP n q Q"
    " re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split()
)
SHOWING = {"Tj", "TJ", "'", '"'}
PAINTING = SHOWING | set("b B b* B* f F f* s S sh Do EI".split())
SPACES = {"/DeviceGray": "gray", "/DeviceRGB": "rgb", "/DeviceCMYK": "cmyk"}
INVISIBLE = 3


class State:
    """The part of the graphics state the rules ask for."""

    def __init__(self, font=None, mode=0, fill=(0.0, 0.0, 0.0)):
        self.font, self.mode, self.fill = font, mode, fill

    def copy(self):
        return State(self.font, self.mode, self.fill)


class Content:
    """What was met on all pages."""

    def __init__(self, doc):
        self.fonts = {}
        self.marks = defaultdict(list)
        self.texts = defaultdict(str)
        self.inks = defaultdict(set)
        self.operators, self.colours, self.intents = set(), set(), set()
        self.untagged, self.crossed, self.deepest, self.unbalanced = [], [], 0, []
        self.entered = set()
        for number, page in enumerate(doc.pages):
            resources = inherited(page, "/Resources")
            self.walk(pikepdf.Page(page), resources, number, [])

    def walk(self, stream, resources, page, outside):
        """One content stream; `outside` are the marked sequences it stands in."""
        state, saved, open_marks = State(), [], list(outside)
        for instruction in pikepdf.parse_content_stream(stream):
            operator, operands = str(instruction.operator), instruction.operands
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                operator, operands = "EI", []
            self.operators.add(operator)
            if operator == "q":
                saved.append(state.copy())
                self.deepest = max(self.deepest, len(saved))
            elif operator == "Q":
                if saved:
                    state = saved.pop()
                else:
                    self.unbalanced.append((page, "Q"))
            elif operator in ("BMC", "BDC"):
                open_marks.append(self.mark(operator, operands, resources, page, open_marks))
            elif operator == "EMC":
                if len(open_marks) > len(outside):
                    open_marks.pop()
                else:
                    self.unbalanced.append((page, "EMC"))
            else:
                self.colour(operator, operands, resources, state)
                self.text(operator, operands, resources, page, state, open_marks)
            if operator in PAINTING:
                self.painted(operator, operands, resources, page, open_marks)
            if operator == "Do":
                self.draw(operands, resources, page, open_marks)
        if saved or len(open_marks) > len(outside):
            self.unbalanced.append((page, "left open"))

    def mark(self, operator, operands, resources, page, open_marks):
        """A marked sequence: its MCID, "artifact" or something else."""
        mcid = None
        if operator == "BDC":
            properties = operands[1]
            if isinstance(properties, Name):
                properties = value(value(resources, "/Properties"), str(properties))
            mcid = value(properties, "/MCID")
        kind = "artifact" if str(operands[0]) == "/Artifact" else "other" if mcid is None else int(mcid)
        inside_mark = any(isinstance(m, int) for m in open_marks)
        if kind == "artifact" and inside_mark or isinstance(kind, int) and ("artifact" in open_marks or inside_mark):
            self.crossed.append((page, str(operands[0])))
        if isinstance(kind, int):
            self.marks[page].append(kind)
        return kind

    def colour(self, operator, operands, resources, state):
        if operator in ("g", "G"):
            self.colours.add("gray")
        elif operator in ("rg", "RG"):
            self.colours.add("rgb")
        elif operator in ("k", "K"):
            self.colours.add("cmyk")
        elif operator in ("cs", "CS"):
            space = value(value(resources, "/ColorSpace"), str(operands[0]), operands[0])
            if isinstance(space, Name) and str(space) in SPACES:
                self.colours.add(SPACES[str(space)])
        elif operator == "ri":
            self.intents.add(str(operands[0]))
        if operator == "rg":
            state.fill = tuple(float(v) for v in operands)
        elif operator == "g":
            state.fill = (float(operands[0]),) * 3

    def text(self, operator, operands, resources, page, state, open_marks):
        if operator == "Tr":
            state.mode = int(operands[0])
        elif operator == "Tf":
            state.font = self.font(value(value(resources, "/Font"), str(operands[0])), page, str(operands[0]))
        elif operator in SHOWING and state.font is not None and state.mode != INVISIBLE:
            strings = operands[0] if operator == "TJ" else [operands[-1]]
            said = "".join(state.font.show(bytes(s)) for s in strings if isinstance(s, pikepdf.String))
            mcid = next((m for m in reversed(open_marks) if isinstance(m, int)), None)
            if mcid is not None:
                self.texts[page, mcid] += said
                if said.strip():
                    self.inks[page].add(state.fill)

    def font(self, dictionary, page, local):
        if dictionary is None:
            return None
        key = dictionary.objgen if dictionary.objgen != (0, 0) else (page, local)
        return self.fonts.setdefault(key, Font(dictionary))

    def painted(self, operator, operands, resources, page, open_marks):
        tagged = "artifact" in open_marks or any(isinstance(m, int) for m in open_marks)
        inner = operator == "Do" and name(xobject(resources, operands), "/Subtype") != "/Image"
        if not tagged and not inner:
            self.untagged.append((page, operator))

    def draw(self, operands, resources, page, open_marks):
        drawn = xobject(resources, operands)
        if not isinstance(drawn, Stream):
            return
        if name(drawn, "/Subtype") == "/Form" and (page, drawn.objgen) not in self.entered:
            self.entered.add((page, drawn.objgen))
            self.walk(drawn, value(drawn, "/Resources", resources), page, open_marks)
        space = value(drawn, "/ColorSpace")
        if name(drawn, "/Subtype") == "/Image" and isinstance(space, Name) and not bool(value(drawn, "/ImageMask", False)):
            self.colours.add(SPACES.get(str(space), str(space)))


def xobject(resources, operands):
    return value(value(resources, "/XObject"), str(operands[0]))


def inherited(page, key):
    """A value of the page or of the nodes above it."""
    node, steps = page, 0
    while is_dict(node) and steps < 50:
        if key in node:
            return node[key]
        node, steps = value(node, "/Parent"), steps + 1
    return Array() if key == "/MediaBox" else Dictionary()


def check(doc, content, verdict):
    rule = verdict.rule
    unknown = content.operators - OPERATORS
    rule("A 6.2.2 only operators of ISO 32000-1", not unknown, unknown)
    rule("A 6.2.2 page resources", all(inherited(page, "/Resources") for page in doc.pages))
    rule("A 6.1.13 q/Q nesting", content.deepest <= 28, content.deepest)
    rule("A 6.2.2 operators come in pairs", not content.unbalanced, content.unbalanced[:3])


def check_tagging(content, verdict):
    """PDF/UA: everything drawn belongs to the tree or is decoration."""
    rule = verdict.rule
    rule("UA 7.1 all content is tagged or artifact", not content.untagged, content.untagged[:3])
    rule("UA 7.1 artifacts and tagged content do not nest", not content.crossed, content.crossed[:3])
    twice = [(page, m) for page, marks in content.marks.items() for m in set(marks) if marks.count(m) > 1]
    rule("UA 7.1 MCIDs are unique on a page", not twice, twice[:3])
