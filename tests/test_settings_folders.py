"""The folders for data and settings are those that platformdirs names, whichever way they are found."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from followup.settings import APPLICATION, data_folder, settings_path

SAID = [None, "", "/somewhere", "/with space/åäö", "relative", "~/own", "."]


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("home", ["/home/ylva", "/home/ylva/", "/", "", "relative", None])
def test_folders_are_where_the_platform_has_them(
    monkeypatch: pytest.MonkeyPatch, said: str | None, home: str | None
) -> None:
    for name, value in (("XDG_DATA_HOME", said), ("XDG_CONFIG_HOME", said), ("HOME", home)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    config = platformdirs.user_config_dir(APPLICATION, appauthor=False)
    assert data_folder() == platformdirs.user_data_dir(APPLICATION, appauthor=False)
    assert settings_path({}) == str(Path(config, "settings.toml"))
