"""Makes the compiled catalogue while the package is built; see insek_cli/files/compiled.py."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[BuilderConfig]):
    """Reads and checks the catalogue, so that a broken one cannot be shipped, and stores it ready for use."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the hook has it
        """Write the compiled catalogue into the package before its files are collected."""
        sys.path.insert(0, self.root)
        from insek_cli.files.catalogue_loading import read_catalogue
        from insek_cli.files.compiled import COMPILED, write_compiled

        folder = Path(self.root) / "criteria"
        write_compiled(read_catalogue(folder, "criteria"), folder)
        build_data["artifacts"].append(f"/insek_cli/{COMPILED.name}")
