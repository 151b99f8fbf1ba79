"""What the records mean: looking back, coding, themes, agreement. Pure: it is handed records that have passed the gate."""

from kit.reflect.holdings import Holdings

__all__ = ["Holdings"]
