"""The parts of the planner: its commands, and the day as rows."""
