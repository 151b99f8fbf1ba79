"""The app on the screen. The only place in the kit where textual is imported."""
