"""Other people's checkers: qpdf, poppler's pdffonts, PDFBox Preflight.

Preflight knows PDF/A-1b only: what ISO 19005-2 allows and ISO 19005-1 does not is taken out by name.
A tool that is missing, fails to start or says nothing of a file is a failed rule.
"""

import re
import subprocess
import tempfile

JARS = "pdfbox2 pdfbox2-tools preflight xmpbox fontbox2 commons-logging commons-io javax.activation jaxb-api"
CLASSPATH = ":".join(f"/usr/share/java/{jar}.jar" for jar in JARS.split())
ALLOWED_SINCE_1B = r"7\.11(\.2)? : .*part must be 1|CIDSet entry is missing|Invalid version of the ICCProfile"
QPDF = "qpdf --check"
PDFFONTS = "pdffonts: all fonts embedded and mapped to Unicode"
PREFLIGHT = "PDFBox Preflight (1b rules, less what 2 allows)"


def run(*command):
    """Exit code and all that was said; a tool that is not there has its own code."""
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300)
    except (OSError, subprocess.TimeoutExpired) as why:
        return 127, f"could not run: {why}"
    return done.returncode, done.stdout.decode("utf-8", "replace")


def qpdf(path, verdict):
    code, said = run("qpdf", "--check", path)
    verdict.rule(QPDF, code == 0, said.strip().splitlines()[-1:] or code)


def pdffonts(path, verdict):
    """Columns from the right: emb, sub, uni, object, generation."""
    code, said = run("pdffonts", path)
    rows = said.splitlines()[2:]
    whole = all(len(row.split()) > 5 for row in rows)
    lacking = [row.split()[0] for row in rows if row.split()[-5] != "yes" or row.split()[-3] != "yes"] if whole else []
    verdict.rule(PDFFONTS, code == 0 and rows and whole and not lacking, lacking or said.strip()[-160:])


def preflight(paths, verdicts):
    """All files in one start of Java; it answers in the order asked."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as asked:
        asked.write("\n".join(paths) + "\n")
        asked.flush()
        validator = "org.apache.pdfbox.preflight.Validator_A1b"
        _, said = run("java", "-Djava.awt.headless=true", "-cp", CLASSPATH, validator, "group", asked.name)
    answers = re.findall(r"^The file .* is (?:not )?a valid PDF/A-1b file.*$(?:\n\d+(?:\.\d+)* : .*$)*", said, re.M)
    if len(answers) != len(paths):
        answers = [f"\n{len(answers)} answers for {len(paths)} files: {said[-100:]}"] * len(paths)
    for answer, verdict in zip(answers, verdicts):
        faults = [line for line in answer.splitlines()[1:] if not re.search(ALLOWED_SINCE_1B, line)]
        verdict.rule(PREFLIGHT, not faults, faults[:1])
