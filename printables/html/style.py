"""The style of an HTML sheet: a profile's sizes as CSS. Words decide the width, so text can grow as far as a reader likes."""

from printables.profile import Paper, Profile

SHEET = """
*{{box-sizing:border-box}}
html{{font-size:{body}pt;-webkit-text-size-adjust:100%}}
body{{margin:0;background:{paper};color:#000;font-family:{families}"Fira Sans",Verdana,"Segoe UI","Noto Sans",Arial,sans-serif;
line-height:{leading};letter-spacing:{letters}em;word-spacing:{words}em;overflow-wrap:break-word}}
:lang(ar),:lang(ur),:lang(fa),:lang(hi),:lang(bn){{letter-spacing:0}}
main{{max-width:{measure}ch;margin:0 auto;padding:1rem}}
article+article{{margin-top:3rem;border-top:2px solid #333;padding-top:1rem}}
h1{{font-size:{h1}rem}}h2{{font-size:{h2}rem}}h3,h4,h5,h6{{font-size:{h3}rem}}
h1,h2,h3,h4,h5,h6{{line-height:1.2;margin:1em 0 .4em}}
p,ul,ol,dl,table,fieldset{{margin:0 0 {gap}rem}}li{{margin-bottom:.3rem}}dt{{font-weight:bold}}
dd{{margin-block:0 .5rem;margin-inline:1rem 0}}
.said,dd,td,th,li,legend,label{{white-space:pre-line}}
.note{{border-inline-start:4px solid #333;padding-inline-start:1rem}}
table{{border-collapse:collapse;width:100%}}th,td{{text-align:start;vertical-align:top;padding-block:.3rem;padding-inline:0 .6rem;
border-bottom:1px solid #333}}thead th{{border-bottom:2px solid #333}}
fieldset{{border:0;padding:0;min-width:0}}legend{{font-weight:bold;padding:0}}
.answer{{display:inline-flex;gap:.5rem;align-items:center;min-height:{box}mm;margin-inline-end:1.5rem}}
input{{width:{box}mm;height:{box}mm;flex:none;outline:1.5px solid #333;outline-offset:-2px}}th .picture{{vertical-align:middle}}
textarea{{display:block;width:100%;font:inherit;line-height:{line}mm;
border:1px solid #333;background:#fff;color:#000;padding:0 .4rem}}
.photo{{max-width:100%;max-height:20cm}}
.bars{{width:100%;max-width:30rem;margin-bottom:{gap}rem;fill:#000}}
.draw{{border:1.5px solid #333;border-radius:6px;height:12cm}}
.idea{{display:flex;gap:1rem;align-items:center;margin-bottom:{gap}rem}}.idea>*{{margin-bottom:0}}.idea>svg{{flex:none}}
.picture{{width:{picture}mm;height:{picture}mm;fill:none;stroke:#000;stroke-width:4;stroke-linecap:round;stroke-linejoin:round}}
.code{{margin:1rem 0;display:flex;gap:1rem;align-items:center}}
.code svg{{width:{code}mm;height:{code}mm;flex:none;background:#fff}}
.cards{{list-style:none;padding:0}}.card{{border:1px dashed #333;padding:1rem;margin-bottom:1rem}}
:focus-visible{{outline:3px solid #005;outline-offset:2px}}
@page{{size:{size};margin:{margin}mm}}
@media print{{body{{background:none}}main{{max-width:none;padding:0}}article+article{{break-before:page;border:0;margin:0}}
h1,h2,h3,legend,thead{{break-after:avoid}}tr,.card,fieldset,.idea,.code{{break-inside:avoid}}}}
"""


def style(profile: Profile, paper: Paper, families: str = "") -> str:
    """The CSS of one profile, with these families before its own. A tint is for the screen alone: on paper it is the paper."""
    h1, h2, h3 = (round(size / profile.body, 3) for size in profile.headings)
    return SHEET.format(
        families=families,
        body=profile.body, leading=round(profile.leading / profile.body, 3), letters=profile.letter_gap, words=profile.word_gap,
        measure=profile.measure, h1=h1, h2=h2, h3=h3, gap=round(profile.gap / profile.body, 3), box=profile.box_mm,
        line=profile.line_mm, picture=profile.picture_mm, code=profile.code_mm, margin=paper.margin_mm,
        size=f"{paper.width_mm}mm {paper.height_mm}mm", paper="#fffbea" if profile.letter_gap else "#fff")
