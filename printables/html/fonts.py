"""Typefaces for scripts that the reader's computer may not have: cut down to the letters on the page, and within the file."""

from base64 import b64encode

from printables.fonts import typeface_of
from printables.shaping.scripts import BLOCKS, SCRIPTS, script_of

FACE = '@font-face{{font-family:"Kit {script}";font-weight:{weight};size-adjust:{size:.0%};unicode-range:{blocks};' \
       "src:url(data:font/ttf;base64,{data})}}\n"


def embedded(text: str) -> tuple[str, str]:
    """The rules for the typefaces of a text, and their names for a list of families; both empty for plain letters."""
    letters = {char for char in set(text) if ord(char) >= BLOCKS[0][0]}
    scripts = [script for script in SCRIPTS if any(script_of(char) == script for char in letters)]
    return "".join(_faces(script, letters) for script in scripts), "".join(f'"Kit {script}",' for script in scripts)


def _faces(script: str, letters: set[str]) -> str:
    from printables.shaping.faces import face_of, letters_of

    face = typeface_of(script)
    if not face:
        return ""
    blocks = ",".join(f"U+{first:X}-{last:X}" for first, last, of in BLOCKS if of == script)
    return "".join(
        FACE.format(script=script, weight=weight, size=face.size, blocks=f"{blocks},U+964-965,U+200C-200D",
                    data=b64encode(letters_of(face_of(face, bold), letters)).decode())
        for weight, bold in (("normal", False), ("bold", True)))
