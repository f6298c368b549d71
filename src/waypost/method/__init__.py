"""The method of METHOD.md as pure functions over one frozen plan: no framework, clock or I/O.

Facts
    plan/       Plan and all its parts; month.py Month; shape.py marks on fields; parts.py ids
    team.py     function_of(member) -> Function
    sight.py    seen(plan, sight) -> Plan

Judgements: a plan or a part of it, and ``today``, in; a frozen value with its reasons out
    review_day.py   parse_review_day(text) -> ReviewRule (ValueError); review_rule(text or None)
                    review_day(rule, month) -> date
    horizon.py      window(plan, today) -> Window; next_review(plan, today) -> NextReview
    short_term.py   short_term(plan, window, today) -> ShortTerm; month_of(action),
                    is_open(action), is_late(action, today), is_important_not_urgent(action)
    stages.py       next_stage(objective, today) -> StageGoal or None; slack(objective) -> days
                    or None; is_countable(unit);
                    steps_between(baseline, target, unit_step); propose_stages(...)
    forecast.py     forecast(objective, on) -> Forecast or None; trend(objective, until)
    goals.py        State, Because, Reason, GoalStanding: the rules of green, amber and red
    objectives.py   standing(objective, today) -> Standing; direction(objective) -> 1, -1 or 0;
                    reds_on(plan, objective_id) -> red lights
    next_stage.py   next_stage_of(plan, today) -> NextStage or None, the first that is not reached
    strategies.py   commitment(plan, strategy) -> Commitments; is_asked(member)
    lights.py       read_lights(plan, today) -> LightReadings, worst first; count_lights(lights)
                    -> LightCounts; heading(light, today); response(plan, light, today)

Health
    checks/     check(plan, today) -> Findings, worst first; RULES; Severity, Remedy, Fix;
                one module a family, each rule a small function with its METHOD.md number

What a person types
    one_line/   read_action(line, today=, people=, parts=) -> ActionLine; read_light(...) ->
                LightLine: what is understood, what is asked, and the text that is kept

Sentences
    words.py    Words(text, values): ``str()`` in English, or translated and formatted by a page
"""
