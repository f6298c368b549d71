"""The method of METHOD.md as pure functions over one frozen plan: no framework, no clock, no I/O."""
