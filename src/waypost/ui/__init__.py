"""The look: base templates, components, template tags, SVG, static files. Knows no model."""
