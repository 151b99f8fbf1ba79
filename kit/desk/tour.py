"""The tour: what somebody who opens the kit for the first time should know, in one minute. The same words in both front ends."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """One short card."""

    title: str
    words: str


CARDS = (
    Card("Welcome", "This kit is for people who run workshops together. It needs no internet. Nothing is ever sent anywhere."),
    Card("Your group", "A programme is a folder on this laptop, for one group. Its plan says what happens when. "
         "You can change it at any time."),
    Card("Before the day", "Print the sheets that the room needs: agenda, cards, drawing sheets. Nobody needs a phone."),
    Card("In the room", "The kit asks one thing at a time. Say it to the room, then type what comes back. "
         "Each answer is on the disk before you read Saved."),
    Card("When it goes another way", "Undo takes back the last answer, as often as you like. Anybody may pass. "
         "When you are late, the kit says what can be done."),
    Card("Try it", "Begin with: Try a workshop now. It is a practice run, and nothing can go wrong. The tour is in Help again."),
)
