"""Every sentence that the program can say, in Swedish and English; passed by constructor, never global.

The words lie in `sv.toml` and `en.toml` beside this file, with the same keys and the same {facts} in both.
"""
