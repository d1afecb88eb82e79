"""A file as the rules read it, and what they found."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Stream


class Verdict:
    """Which rules were tried, and why the failed ones failed."""

    def __init__(self):
        self.tried = set()
        self.failed = {}

    def rule(self, name, holds, why=""):
        self.tried.add(name)
        if not holds:
            self.failed.setdefault(name, []).append(str(why)[:160])


class Document:
    """The bytes and the objects of a file."""

    def __init__(self, raw):
        self.raw = raw
        self.pdf = pikepdf.open(io.BytesIO(raw))
        self.root = self.pdf.Root
        self.pages = [page.obj for page in self.pdf.pages]
        self.objects = [inner for o in self.pdf.objects for inner in dictionaries(o)]

    def info(self):
        return value(self.pdf.trailer, "/Info", Dictionary())


def is_dict(thing):
    """A dictionary, or a stream with its dictionary."""
    return isinstance(thing, (Dictionary, Stream))


def dictionaries(thing):
    """An object and those written inside it; what it refers to has its own turn."""
    if is_dict(thing):
        yield thing
        inside = [held for _, held in thing.items()]
    else:
        inside = list(thing) if isinstance(thing, Array) else []
    for held in inside:
        if not getattr(held, "is_indirect", False):
            yield from dictionaries(held)


def value(thing, key, otherwise=None):
    """What a dictionary has under a key; also of what is no dictionary."""
    return thing.get(key, otherwise) if is_dict(thing) else otherwise


def name(thing, key):
    """The same as text, `/None` for what is missing."""
    found = value(thing, key)
    return "/None" if found is None else str(found)


def listed(thing):
    """An array, a single thing or nothing, as a list."""
    if thing is None:
        return []
    return list(thing) if isinstance(thing, Array) else [thing]
