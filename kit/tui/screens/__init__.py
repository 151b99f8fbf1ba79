"""The app's screens. Each is loaded when it is first shown, and has its own stylesheet beside it."""
