"""Output intent and colours (ISO 19005-2, 6.2.3 and 6.2.4)."""

from pikepdf import Stream

from .document import listed, name, value

COMPONENTS = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}
INTENTS = {"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"}


def check(doc, content, verdict):
    rule, space, profiles = verdict.rule, None, set()
    for intent in listed(value(doc.root, "/OutputIntents")):
        profile = value(intent, "/DestOutputProfile")
        if isinstance(profile, Stream):
            profiles.add(profile.objgen)
        if name(intent, "/S") != "/GTS_PDFA1":
            continue
        if not isinstance(profile, Stream):
            rule("A 6.2.3 output intent profile", "/DestOutputProfile" not in intent)
            continue
        icc = profile.read_bytes()
        space = COMPONENTS.get(icc[16:20])
        whole = len(icc) > 128 and icc[36:40] == b"acsp" and int.from_bytes(icc[:4], "big") == len(icc)
        kind = whole and icc[8] <= 4 and icc[12:16] in (b"prtr", b"mntr")
        said = value(profile, "/N")
        rule("A 6.2.3 output intent profile", kind and space == said, (icc[16:20], said, len(icc)))
    rule("A 6.2.3 one output profile", len(profiles) <= 1)
    used = content.colours
    fits = ("gray" not in used or space) and ("rgb" not in used or space == 3) and ("cmyk" not in used or space == 4)
    rule("A 6.2.4.3 device colours", fits, (sorted(used), space))
    rule("A 6.2.6 rendering intents", content.intents <= INTENTS, content.intents)
