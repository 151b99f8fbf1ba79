"""Text of any script that has a typeface here, set right: letters joined, right to left where it runs so, marks in place.

- `scripts`: which script a character is of, which language a stretch is in, which way it runs.
- `bidi`: in which order mixed directions stand on a line (UAX 9).
- `faces`: glyphs, from HarfBuzz. The only place that knows uharfbuzz.
- `lines`: words into lines, and where each word stands on its line.

No part knows reportlab. Plain Latin text comes nowhere near this package.
"""
