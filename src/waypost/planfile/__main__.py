"""Writes the generated parts of docs/reference: ``python -m waypost.planfile``."""

from waypost.planfile.reference import SCHEMA_FILE, TABLES_FILE, schema_text, with_tables

if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), encoding="utf-8")
    TABLES_FILE.write_text(with_tables(TABLES_FILE.read_text("utf-8")), encoding="utf-8")
