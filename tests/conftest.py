"""The fixture plug-ins, one per concern."""

pytest_plugins = ["fix_pg", "fix_proxy", "fix_unknown", "fix_world"]
