"""Paper coming back: what a camera or a scanner gives, made safe to keep."""
