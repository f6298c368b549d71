"""The sample: three invented customers with a story, and the supplier's people who work on them."""
