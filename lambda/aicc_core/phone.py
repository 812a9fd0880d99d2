"""One spelling for each telephone number, so that the same caller has the same key however the number was written."""

from korean.phones.plan import read_plan

_KOREA = 82


def normalise(text: str) -> str | None:
    """Return the E.164 form of a Korean or international number, None when it is none.

    Without a leading plus the number is read as dialled in Korea. For what a caller says, see `korean.parse_phone`.

    >>> normalise("010-1234-5678"), normalise("+82 (0)2 1588 0000"), normalise("1588-1234")
    ('+821012345678', '+82215880000', '+8215881234')
    >>> normalise("010-123-4567"), normalise("anonymous")
    (None, None)
    """
    # Loaded on first use: 15 to 50 ms that a function without telephone numbers need not pay.
    import phonenumbers

    try:
        number = phonenumbers.parse(text, "KR")
    except phonenumbers.NumberParseException:
        return None
    if number.country_code == _KOREA:
        # Our plan: the library's still has 010 with seven digits, and prefixes that were closed.
        korean = read_plan(f"+{_KOREA}{number.national_number}")
        return korean.e164 if korean else None
    if not phonenumbers.is_valid_number(number):
        return None
    spelled: str = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return spelled
