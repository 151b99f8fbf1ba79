"""Questions on sheets that come back: whoever prints them and whoever reads them back know them by the same words."""

NAME, OTHER, ABOUT = "Name or sign", "Name or sign of the other", "What about"
TAKES, BY_WHEN = "What would you like to do?", "By when, if you know"
BOTH, SAID_YES = "Is it right for both of you?", "We both say yes"
"""On sheets on which people take something on, or pair up."""

TEXT, WHO_READ, READER = "Which text did you read?", "Who read it?", "A letter or a number for who read it"
WHO = {"self": "Its own author", "other": "Somebody else", "together": "Some of us together"}
FITS_NOTHING, OWN_CODES = "What fits no principle? One thing a line.", "Words of your own for what you found, one a line"
"""On sheets on which an account is read beside a framework."""

WORD, MEANING = "A hard word", "What it means, if you know"
PLEASE, EXPLAIN = "Shall we explain it?", "Please explain it"
"""On slips for hard words."""


def code_asked(label: str, name: str, framework: str, code: str) -> str:
    """The question about one code of a framework."""
    return f"{label} {name} [{framework}/{code}]"


def asked_code(question: str) -> tuple[str, str, str] | None:
    """The name, the framework and the code of such a question; None where it is another."""
    words, _, where = question.removesuffix("]").rpartition(" [")
    framework, slash, code = where.partition("/")
    return (words.partition(" ")[2], framework, code) if slash and question.endswith("]") else None
