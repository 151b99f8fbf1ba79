"""What cameras and scanners make of a page: bent, tilted, in shadow, blurred, noisy, squeezed into a file."""

import io
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from PIL import Image, ImageFilter

from benchmarks.piles.paper import DOTS


@dataclass(frozen=True)
class Way:
    """How pictures are taken. Ranges are from the least to the most."""

    side: int = 3264
    """Pixels along the longer side."""
    tilt: tuple[float, float] = (0, 0)
    """Degrees from straight above."""
    roll: float = 1.0
    """Degrees, either way; 180 for any."""
    blur: tuple[float, float] = (0.3, 0.5)
    """Pixels."""
    motion: float = 0
    noise: tuple[float, float] = (1, 3)
    shadow: float = 0.0
    """How much darker the darkest place is."""
    curl: float = 0.0
    """Millimetres that paper bends."""
    stain: bool = False
    jpeg: tuple[int, int] = (85, 92)
    cut: bool = False
    bits: bool = False
    """Black and white alone, as a fax."""
    room: tuple[float, float] = (1.02, 1.04)
    """How much more than the page is in the picture."""
    ending: str = ".jpg"
    form: str = "JPEG"
    grey: bool = False
    turned: bool = False
    """Kept as the camera was held, with a note how to turn it."""
    mishap: str = ""
    """What befalls the page before (mishaps.py); “cut off” for a picture that ends too early."""
    table: str = ""
    """What cards that were cut apart lie on (table.py)."""
    over: float = 0.0
    twice: bool = False


_PHONE = Way(tilt=(2, 15), roll=180, blur=(0.6, 1.0), noise=(3, 8), shadow=0.3, curl=0.8, jpeg=(75, 90), room=(1.04, 1.15))
WAYS = {
    "scan": Way(side=2339, roll=1.5),
    "phone": Way(tilt=(2, 18), roll=6, blur=(0.6, 1.1), noise=(3, 8), shadow=0.35, curl=1.0, jpeg=(70, 90),
                 room=(1.06, 1.25)),
    "tilt": Way(tilt=(25, 35), roll=180, blur=(0.6, 1.0), noise=(3, 8), shadow=0.3, jpeg=(75, 90), room=(1.1, 1.2)),
    "shadow": Way(tilt=(2, 12), roll=10, blur=(0.6, 1.0), noise=(4, 10), shadow=0.65, room=(1.06, 1.2)),
    "blur": Way(tilt=(2, 12), roll=10, blur=(1.3, 1.8), motion=4, noise=(3, 8), shadow=0.2, room=(1.06, 1.15)),
    "noise": Way(tilt=(2, 12), roll=10, blur=(0.6, 0.9), noise=(20, 32), shadow=0.3, jpeg=(70, 85), room=(1.06, 1.15)),
    "curl": Way(tilt=(5, 20), roll=10, blur=(0.6, 1.0), noise=(3, 8), shadow=0.3, curl=5.0, room=(1.08, 1.2)),
    "stain": Way(tilt=(2, 12), roll=10, blur=(0.6, 0.9), noise=(3, 8), shadow=0.2, stain=True, room=(1.06, 1.15)),
    "jpeg40": Way(tilt=(2, 15), roll=10, blur=(0.6, 1.0), noise=(3, 8), shadow=0.3, jpeg=(38, 42), room=(1.06, 1.15)),
    "messenger": Way(side=1600, tilt=(2, 12), roll=6, blur=(0.4, 0.6), noise=(2, 5), shadow=0.25, jpeg=(55, 70),
                     room=(1.05, 1.12)),
    "fax": Way(side=2339, roll=1.0, bits=True, ending=".png"),
    "cut": Way(tilt=(2, 15), roll=180, blur=(0.6, 1.0), noise=(3, 8), shadow=0.35, cut=True, room=(1.0, 1.05)),
}
"""By name; `phone` is the typical one."""
FURTHER = {
    "grey scan": replace(WAYS["scan"], form="TIFF", ending=".tif", grey=True),
    "fax file": replace(WAYS["fax"], form="TIFF", ending=".tiff"),
    "webp": replace(_PHONE, form="WEBP", ending=".webp"),
    "turned": replace(_PHONE, turned=True),
    "upside down": Way(side=2339, roll=181, form="PNG", ending=".png"),
    "steep": replace(_PHONE, tilt=(38, 46), room=(1.02, 1.08)),
    "far": replace(_PHONE, room=(2.0, 2.7), jpeg=(85, 92)),
    "finger": replace(_PHONE, mishap="finger"),
    "torn": replace(_PHONE, mishap="torn"),
    "glare": replace(_PHONE, mishap="glare"),
    "cut off": replace(_PHONE, mishap="cut off"),
    "wood": replace(_PHONE, table="wood", curl=0),
    "checks": replace(_PHONE, table="checks", curl=0),
    "dark": replace(_PHONE, table="dark", curl=0),
    "white": replace(_PHONE, table="white", curl=0, shadow=0.1),
    "over": replace(_PHONE, table="wood", over=0.35, curl=0),
    "twice": replace(_PHONE, table="dark", twice=True, curl=0),
    "fine": replace(_PHONE, side=4000),
}
"""Ways that nothing was tuned on at first: files, tables and mishaps."""
ALL = WAYS | FURTHER


def taken(page, way, chance, cards=()):
    """A page as a picture taken this way: its bytes. With `cut`, each of these cards (rects in millimetres) lies by itself."""
    way = ALL[way]
    scene = _scattered(page, cards, chance) if way.cut and cards else page
    if way.curl:
        scene = _curled(scene, way.curl * chance.uniform(0.4, 1), chance)
    picture = _seen(scene, way, chance)
    pixels = np.asarray(picture, np.float32)
    pixels = _lit(pixels, way, chance)
    pixels += chance.normal(0, chance.uniform(*way.noise), pixels.shape[:2])[..., None]
    pixels += chance.normal(0, chance.uniform(*way.noise) * 0.4, pixels.shape)
    return _filed(np.clip(pixels, 0, 255).astype(np.uint8), way, chance)


def _scattered(page, cards, chance):
    """Cards cut apart and thrown on a table."""
    wide, high = 270, 360
    table = Image.new("RGB", (round(wide * DOTS), round(high * DOTS)), tuple(int(c) for c in chance.integers(60, 140, 3)))
    for n, rect in enumerate(cards):
        x, y, w, h = rect
        card = page.crop(tuple(round(edge * DOTS) for edge in (x, y, x + w, y + h))).convert("RGBA")
        turned = card.rotate(chance.uniform(-20, 20) + chance.choice([0, 180]), Image.Resampling.BICUBIC, expand=True)
        middle = (wide * (0.26 + 0.48 * (n % 2)), high * (0.26 + 0.48 * (n // 2)))
        table.paste(turned, (round(middle[0] * DOTS - turned.width / 2), round(middle[1] * DOTS - turned.height / 2)), turned)
    return table


def _curled(scene, bend, chance):
    """Paper that rises in a wave: what lies under the wave moves along."""
    wide, high = scene.size
    cells, by = 14, bend * DOTS
    phase, turns = chance.uniform(0, 6), chance.uniform(0.5, 1.2)

    def move(x, y):
        across = by * np.sin(phase * 2 + turns * 3.1 * (x + 0.3 * y) / wide)
        return x + by * 0.6 * np.sin(phase + turns * 3.1 * y / high), y + across

    xs, ys = np.linspace(0, wide, cells + 1), np.linspace(0, high, cells + 1)
    mesh = []
    for a, b in pairwise(xs):
        for c, d in pairwise(ys):
            corners = (*move(a, c), *move(a, d), *move(b, d), *move(b, c))
            mesh.append(((int(a), int(c), int(b), int(d)), corners))
    return scene.transform(scene.size, Image.Transform.MESH, mesh, Image.Resampling.BILINEAR, fillcolor=(90, 80, 70))


def _seen(scene, way, chance):
    """Through a lens: a camera above, tilted and turned."""
    wide, high = scene.size
    longer = way.side
    size = (round(longer * wide / high), longer) if high >= wide else (longer, round(longer * high / wide))
    tilt, roll = np.radians(chance.uniform(*way.tilt)), np.radians(chance.uniform(-way.roll, way.roll))
    around = chance.uniform(0, 6.3)
    far = 1.5 * max(wide, high)
    axis = np.array([np.cos(around), np.sin(around)])

    def seen(x, y):
        point = np.array([x - wide / 2, y - high / 2])
        along = point @ axis
        depth = far + along * np.sin(tilt)
        flat = (point - axis * along * (1 - np.cos(tilt))) * far / depth
        return np.array([flat[0] * np.cos(roll) - flat[1] * np.sin(roll), flat[0] * np.sin(roll) + flat[1] * np.cos(roll)])

    corners = np.array([(0, 0), (wide, 0), (wide, high), (0, high)], float)
    there = np.array([seen(*corner) for corner in corners])
    span = there.max(0) - there.min(0)
    if (span[0] > span[1]) != (size[0] > size[1]):
        size = size[::-1]
    scale = min(size[0] / span[0], size[1] / span[1]) / chance.uniform(*way.room)
    there = (there - (there.max(0) + there.min(0)) / 2) * scale + np.array(size) / 2
    rows = []
    for (u, v), (x, y) in zip(there, corners, strict=True):
        rows += [[u, v, 1, 0, 0, 0, -x * u, -x * v], [0, 0, 0, u, v, 1, -y * u, -y * v]]
    back = np.linalg.solve(np.array(rows), corners.ravel())
    if scale < 0.75:
        scene = scene.filter(ImageFilter.GaussianBlur(float(0.35 / scale)))
    table = tuple(int(c) for c in chance.integers(60, 150, 3))
    seen_picture = scene.transform(size, Image.Transform.PERSPECTIVE, tuple(map(float, back)), Image.Resampling.BICUBIC,
                                   fillcolor=table)
    blurred = seen_picture.filter(ImageFilter.GaussianBlur(float(chance.uniform(*way.blur))))
    return _moved(blurred, way.motion * chance.random()) if way.motion else blurred


def _moved(picture, by):
    """A hand that moved along the rows."""
    steps = max(1, round(by))
    pixels = np.asarray(picture, np.float32)
    return Image.fromarray((sum(np.roll(pixels, n, 1) for n in range(steps)) / steps).astype(np.uint8))


def _lit(pixels, way, chance):
    """Light that falls off, the shadow of a hand, a stain."""
    high, wide = pixels.shape[:2]
    y, x = np.mgrid[0:high:32, 0:wide:32].astype(np.float32)
    turn = chance.uniform(0, 6.3)
    across = (x / wide - 0.5) * np.cos(turn) + (y / high - 0.5) * np.sin(turn)
    light = 0.92 + 0.1 * across
    if way.shadow:
        edge = 1 / (1 + np.exp(-(across - chance.uniform(-0.3, 0.3)) * chance.uniform(8, 40)))
        light = light * (1 - way.shadow * chance.uniform(0.4, 1) * edge)
    if way.stain:
        middle = chance.uniform(0.2, 0.8, 2)
        far = np.hypot(x / wide - middle[0], (y / high - middle[1]) * high / wide)
        light = light * (1 - 0.35 * np.exp(-(((far - 0.1) / 0.015) ** 2)) - 0.12 * (far < 0.1))
    whole = Image.fromarray(light.astype(np.float32)).resize((wide, high), Image.Resampling.BILINEAR)
    tint = np.array([1.0, chance.uniform(0.95, 1.0), chance.uniform(0.85, 1.0)], np.float32)
    return pixels * np.asarray(whole)[..., None] * tint


def _filed(pixels, way, chance):
    picture, out = Image.fromarray(pixels), io.BytesIO()
    if way.grey:
        picture = picture.convert("L")
    if way.bits:
        picture = picture.convert("L").point(lambda value: 255 * (value > 150)).convert("1")
    more = {"quality": int(chance.integers(way.jpeg[0], way.jpeg[1] + 1))} if way.form in ("JPEG", "WEBP") else {}
    if way.turned:
        number = int(chance.integers(2, 9))
        picture, exif = picture.transpose(_BACK[number]), Image.Exif()
        exif[0x0112] = number
        more["exif"] = exif
    if way.form == "TIFF":
        more["compression"] = "group4" if way.bits else "tiff_lzw"
    picture.save(out, "PNG" if way.bits and way.form == "JPEG" else way.form, **more)
    return out.getvalue()


_BACK = dict(enumerate((Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_180, Image.Transpose.FLIP_TOP_BOTTOM,
                        Image.Transpose.TRANSPOSE, Image.Transpose.ROTATE_90, Image.Transpose.TRANSVERSE,
                        Image.Transpose.ROTATE_270), 2))
"""What undoes each note of how a camera was held."""


def bound(pictures, form):
    """Several pictures as one file of several pages: TIFF or PDF."""
    pages, out = [Image.open(io.BytesIO(data)) for data in pictures], io.BytesIO()
    pages[0].save(out, form, save_all=True, append_images=pages[1:], **({"resolution": 200} if form == "PDF" else {}))
    return out.getvalue()
