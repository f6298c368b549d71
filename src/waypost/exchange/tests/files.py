"""Plan files for tests: as short as one can be, and with a team."""

SHORT = """\
format: waypost-plan/1
supplier: {name: Fernhill Controls}
account: {name: Sandmark Glass, class: B, currency: EUR}
team:
  - {id: T1, name: Olga Hagen, role: account lead}
  - {id: T2, name: Tom Ferrari, role: field engineer}
  - {id: M1, name: Nils Berg, role: first-line manager}
"""


def named(name, text=SHORT):
    """The same plan for another account."""
    return text.replace("Sandmark Glass", name)
