"""Paper coming back: what a camera or a scanner gives, made safe to keep, and read.

`layouts` says what was printed, `opening` opens the files of a pile, `reading.read` reads a page of them, `piles` all of them,
`results` is what comes out, `crops` cuts a box, a question or a field out of the page. numpy, Pillow and zxing-cpp load with the
modules that need them, so import those only when there is paper to read.
"""
