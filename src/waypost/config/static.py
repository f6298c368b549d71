"""Static files named after their content, so that browsers may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    support_js_module_import_aggregation = True  # modules name each other by content too

    def stored_name(self, name: str) -> str:
        """The name after the content; the plain one while nothing was collected, as in tests."""
        return super().stored_name(name) if self.hashed_files else name
