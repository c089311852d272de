"""The languages in which the product speaks."""

from enum import StrEnum


class Language(StrEnum):
    """Vietnamese first, English second."""

    VI = "vi"
    EN = "en"
