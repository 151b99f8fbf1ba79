"""The second screen as one page for a browser on this laptop. The only place in the kit that listens, and only to this laptop."""
