"""Workshop Kit: plan a workshop, print what the room needs, run the room, keep what the room made. No internet, ever."""

__version__ = "0.1.0"
