"""QDPX and QDC files: a project, or its codebook alone, as REFI-QDA 1.0 describes them (www.qdasoftware.org, 2019).

A code on a whole text is written as a selection of all of it: QualCoder reads selections alone. Texts stand in files of their
own with one newline a line, so that places in them are counted in characters, as here.
"""

import re
import zipfile
from collections.abc import Iterable
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from kit.reflect.qda import Entry, Mark, PictureFile, Qda, TextFile

PROJECT, CODEBOOK = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"
ORIGIN = "Workshop Kit"
_CANNOT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold."""


def qdpx_bytes(project: Qda) -> bytes:
    """A whole project as one file: `project.qde`, and its sources beside it. The same project gives the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        _pack(packed, "project.qde", _xml(_project(project)))
        for text in project.texts:
            _pack(packed, f"Sources/{text.guid}.txt", text.text.replace("\r", " ").encode("utf-8", "replace"))
        for picture in project.pictures:
            _pack(packed, f"Sources/{_file(picture)}", picture.data)
    return out.getvalue()


def qdc_bytes(project: Qda) -> bytes:
    """The codebook alone."""
    root = Element("CodeBook", {"xmlns": CODEBOOK, "origin": ORIGIN})
    _codes(SubElement(root, "Codes"), project.codes)
    return _xml(root)


def taguette_rows(project: Qda) -> list[tuple[str, str]]:
    """The codebook as Taguette takes it in: a tag and what it means. A code under another has both names in its tag."""
    def rows(entries: Iterable[Entry], above: str) -> list[tuple[str, str]]:
        found = []
        for entry in entries:
            tag = f"{above}{entry.name}"
            found += [(tag, entry.about)] if entry.codable else []
            found += rows(entry.under, f"{tag} / ")
        return found

    return [("tag", "description"), *rows(project.codes, "")]


def _pack(packed: zipfile.ZipFile, name: str, data: bytes) -> None:
    packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def _xml(root: Element) -> bytes:
    ElementTree.indent(root)
    text: str = ElementTree.tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _project(project: Qda) -> Element:
    root = Element("Project", {"xmlns": PROJECT, "name": _said(project.name), "origin": ORIGIN})
    if project.coders:
        users = SubElement(root, "Users")
        for guid, name in project.coders.items():
            SubElement(users, "User", guid=guid, name=_said(name))
    _codes(SubElement(SubElement(root, "CodeBook"), "Codes"), project.codes)
    if project.texts or project.pictures:
        sources = SubElement(root, "Sources")
        for text in project.texts:
            _text(sources, text)
        for picture in project.pictures:
            made = SubElement(sources, "PictureSource", guid=picture.guid, name=_said(picture.name),
                              path=f"internal://{_file(picture)}", creationDateTime=_when(picture.when))
            SubElement(made, "Description").text = _said(picture.alt)
    return root


def _codes(parent: Element, entries: Iterable[Entry]) -> None:
    for entry in entries:
        code = SubElement(parent, "Code", guid=entry.guid, name=_said(entry.name), isCodable=str(entry.codable).lower())
        if entry.about:
            SubElement(code, "Description").text = _said(entry.about)
        _codes(code, entry.under)


def _text(sources: Element, text: TextFile) -> None:
    source = SubElement(sources, "TextSource", guid=text.guid, name=_said(text.name),
                        plainTextPath=f"internal://{text.guid}.txt", creationDateTime=_when(text.when))
    for mark in text.marks:
        _selection(source, mark, text)


def _selection(source: Element, mark: Mark, text: TextFile) -> None:
    start, end = (0, len(text.text)) if mark.start is None or mark.end is None else (mark.start, mark.end)
    chosen = SubElement(source, "PlainTextSelection", guid=_other(mark.guid), name=_said(text.text[start:end][:40]),
                        startPosition=str(start), endPosition=str(end), creatingUser=mark.by, creationDateTime=_when(mark.when))
    if mark.note:
        SubElement(chosen, "Description").text = _said(mark.note)
    coding = SubElement(chosen, "Coding", guid=mark.guid, creatingUser=mark.by, creationDateTime=_when(mark.when))
    SubElement(coding, "CodeRef", targetGUID=mark.code)


def _other(guid: str) -> str:
    """The GUID of a selection, beside that of its coding: the same with its last figure turned."""
    return f"{guid[:-1]}{int(guid[-1], 16) ^ 15:x}"


def _file(picture: PictureFile) -> str:
    return f"{picture.guid}.{'png' if picture.data[:4] == bytes.fromhex('89504e47') else 'jpg'}"


def _when(when: str) -> str:
    return when.replace("+00:00", "Z")


def _said(text: str) -> str:
    return _CANNOT.sub("", text)
