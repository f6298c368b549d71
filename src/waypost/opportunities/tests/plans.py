"""A plan with opportunities for the tests: figures whose best set is known."""

PLAN = """
account:
  name: Dunmore Mills
  currency: EUR
  settings: {team_hours_next_12_months: 100}
  locations: [{id: L1, name: Leith}, {id: L2, name: Perth}]
team:
  - {id: T1, name: Olga Hagen, role: account lead, hours_per_week: 5}
  - {id: T2, name: Tom Ferrari, role: service}
  - {id: T3, name: Vera Holm, role: viewer}
profile:
  company_goals: [{id: F1, text: Fewer suppliers}]
objectives:
  business: [{id: B1, text: Five lines run on our bearings}]
decision_groups:
  - {id: D1, decision: Who supplies the seals, people: [
      {id: P1, name: Mette Krog, title: Buyer, roles: [economic]}]}
short_term_plan:
  actions:
    - {id: A1, what: Draft the contract, achieves: OP1, owner: T1, due: 2098-12-08, hours: 6}
    - {id: A2, what: Look at the stores, achieves: OP3, due: 2098-12-01, hours: 9}
traffic_lights:
  - {id: X1, colour: red, on: OP1, text: A rival runs a trial}
opportunities:
  - {id: OP1, name: Frame contract, class: A, decision_group: D1, serves: [B1], q: {need: high,
      part: growing, where: L1, hours: 55, profitable: yes, importance_to_them: high,
      history: good, knowledge: medium}, margin_k: 120, chance: 0.5, hours: 60}
  - {id: OP2, name: Lubricants, class: B, margin_k: 20, chance: 0.8, hours: 10}
  - {id: OP3, name: Stores automation, class: C, margin_k: 90, chance: 0.2, hours: 80}
  - {id: OP4, name: Training, margin_k: 8, chance: 0.5}
"""
