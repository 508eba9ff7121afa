from __future__ import annotations

from datetime import date

from claimcheck.render import Setting


def test_a_setting_is_plain_and_narrow_until_told_otherwise() -> None:
    setting = Setting()
    assert (setting.width, setting.is_coloured, setting.is_ascii, setting.is_strict) == (
        80,
        False,
        False,
        False,
    )
    assert setting.today == date.today()
