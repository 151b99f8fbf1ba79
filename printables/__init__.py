"""Paper going out: every sheet is one document tree (`tree`), made by a product and drawn by a renderer.

- `products`: what stands on a sheet. Model nouns in, documents out, no style.
- `pack`: which sheets a plan needs, their names, their copies.
- `profile`: how large everything is. Clear and large; A4 and Letter.
- `shaping`: text in any script, as glyphs in lines. `fonts`: its typefaces.
- `wording`: the kit's own words in other languages.
- `pdf`: the tree on paper. The only place that knows reportlab.
- `html`: the tree as one page for a browser.
- `plain_text`: the same tree as words alone.
"""
