"""The locales that Lex V2 speaks; a bot, an alias or a version of any other is refused.

https://docs.aws.amazon.com/lexv2/latest/dg/how-languages.html, whose newer copies name more than the older
ones: from pl_PL on only what the older ones name is here. AWS adds locales; one that is refused may have come since.
"""

from collections.abc import Iterable

from aicc_local.lex.kinds import invalid

LOCALES = frozenset(
    (
        *("af_ZA", "ar_AE", "ar_SA", "bg_BG", "ca_ES", "cs_CZ", "cy_GB", "da_DK", "de_AT"),
        *("de_CH", "de_DE", "en_AB", "en_AU", "en_GB", "en_IE", "en_IN", "en_NZ", "en_US"),
        *("en_WL", "en_ZA", "es_419", "es_ES", "es_MX", "es_US", "et_ET", "fa_IR", "fi_FI"),
        *("fr_BE", "fr_CA", "fr_FR", "he_IL", "hi_IN", "hr_HR", "hu_HU", "id_ID", "is_IS"),
        *("it_IT", "ja_JP", "km_KH", "ko_KR", "lt_LT", "lv_LV", "ms_MY", "nl_BE", "nl_NL"),
        *("no_NO", "pl_PL", "pt_BR", "pt_PT", "sv_SE", "zh_CN", "zh_HK"),
    )
)


def check_locales(locale_ids: Iterable[str]) -> None:
    """Return if Lex speaks all of them.

    Raises:
        ServiceError: It does not speak one.
    """
    for locale_id in locale_ids:
        if locale_id not in LOCALES:
            raise invalid(f"The locale {locale_id} is not supported.")
