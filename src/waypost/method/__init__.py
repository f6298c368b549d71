"""The method of METHOD.md as pure functions over one frozen plan: no framework, clock or I/O."""
