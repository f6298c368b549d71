"""Events, artefacts and deals whose happening two people would agree about (CRI-2)."""

# Done by work: held, written, launched. Also the nominals of work ("rollout of ...").
EVENTS = """
test, taste test, tasting, sampling day, screening, walkthrough, walk through, teach in, info
session, meet up, discovery day, hack day, mock audit, safety briefing, site induction,
sustainability day, safety day, family day, technology day, tech day, field day, growers day, site
walk, line walk, store walk, workshop, meeting, review, call, touchpoint, touch point, visit,
session, roundtable, round table, webinar, seminar, conference, summit, event, hackathon, dinner,
lunch, breakfast, open day, site visit, site tour, tour, roadshow, road show, trade fair, fair,
exhibition, demo day, demonstration, demo, product demo, live demo, presentation, briefing,
executive briefing, town hall, offsite, kick off, kickoff, stand up, standup, standup call,
touchpoint call, check in call, check in, discovery call, business review, quarterly business
review, qbr, ebr, executive business review, review meeting, account review, annual review,
service review, performance review, steering committee, steering group, advisory board, user
group, innovation day, supplier day, benchmarking, interview, survey, satisfaction survey, nps
survey, pulse survey, audit, security audit, energy audit, assessment, gap analysis, analysis,
study, feasibility study, time study, root cause analysis, inspection, site survey, health check,
training, training session, training course, training day, operator training, course,
certification, e learning, elearning, lesson, induction, onboarding, onboarding session,
onboarding program, pilot, pilot project, proof of concept, poc, trial run, field trial, line
trial, press trial, machine trial, plant trial, production trial, pour trial, field test, rollout,
roll out, launch, product launch, relaunch, go live, implementation, deployment, installation,
migration, integration, handover, cutover, pilot phase, test run, dry run, rehearsal, campaign,
email campaign, mailing, outreach campaign, marketing campaign, newsletter, blog post, article,
white paper, whitepaper, case study, success story, video, demo video, podcast, brochure, flyer,
leaflet, one pager, datasheet, data sheet, catalog, price list, playbook, battlecard, battle card,
handbook, guide, onboarding guide, manual, checklist, template, script, faq, knowledge base,
knowledge base article, wiki, dashboard, report, monthly report, usage report, benefits report,
service report, win report, scorecard, portal, customer portal, supplier portal, reorder portal,
self service portal, web shop, webshop, online shop, app, mobile app, website, landing page,
microsite, api, interface, connector, plug in, plugin, edi link, edi connection, punchout, punch
out, single sign on, sso, module, tool, calculator, configurator, bot, chatbot, help desk,
helpdesk, hotline, call center, service desk, ticketing system, crm, crm system, database,
register, list, contact list, stakeholder map, contact map, org chart, relationship map, power
map, account map, heat map, account plan, business plan, joint business plan, success plan,
customer success plan, action plan, project plan, communication plan, engagement plan, contact
plan, exit plan, recovery plan, contingency plan, transition plan, training plan, close plan,
mutual action plan, roadmap, road map, technology roadmap, calendar, events calendar, schedule,
timetable, agenda, charter, governance model, raci, matrix, process map, value map, business case,
cost model, roi model, roi analysis, proposal, bid, offer, quotation, quote, rfp response, tender
response, sample, samples, prototype, specification, drawing, design, blueprint, concept, template
contract, draft, policy, procedure, standard operating procedure, sop, guideline, service catalog,
letter, email, mail, memo, invitation, gift, award, prize, team, account team, project team, task
force, taskforce, working group, key account manager, account manager, account engineer, customer
success manager, csm, service manager, service director, contact person, single point of contact,
point of contact, engineer, technician, specialist, office, warehouse, stockroom, depot, store,
hub, showroom, test center, service center, sensor, meter, gateway, machine, unit, line, vending
machine, kiosk, stand, booth, banner, label, barcode, rfid tag, feedback form, feedback loop,
suggestion box, loyalty program, loyalty scheme, reward program, referral program, incentive
program, ambassador program, certification program, training program, mentoring program, program,
scheme, customer advisory board, customer council, executive sponsor program, voice of the
customer program, community, user community, forum, hub page, knowledge transfer, lessons learned
session, retrospective, win loss interview, win loss analysis, debrief, reference visit, reference
call, press release, social media post, post, presentation to the board, escalation path,
escalation process, service level agreement, governance, work stream, workstream, project,
initiative, programme, quick win, cost breakdown, price review, contract review, tender, rfq,
hires, introductions, meetings with finance leaders, apprentice, internship, scholarship,
camp, bootcamp, boot camp, safari, expo, governance board,
tournament, quiz, innovation workshop, design sprint, sprint, value stream map, kaizen event,
kaizen, safety walk, gemba walk, toolbox talk, stocktake, stock check, consignment stock,
consignment stock proposal, vendor managed inventory, vmi, kanban, key user, buddy, escalation
call, hypercare, ride along, walk round, walkround, job shadowing, secondment, factory tour, plant
tour, lunch and learn, brown bag session, masterclass, drop in session, office hours, hands on
session, refresher training, toolbox session, fam trip, buyer trip, inspection visit, benchmark
visit, top to top meeting, top to top, innovation session, ideation session, design workshop, co
creation workshop, discovery workshop, planning workshop, planning session, planning day, strategy
day, away day, executive dinner, executive visit, factory acceptance test, site acceptance test,
acceptance test, load test, stress test, ab test, beta test, beta, soft launch, welcome call,
welcome pack, onboarding pack, starter kit, toolkit, sales kit, sample kit, demo kit, test kit,
trial kit, training video, tutorial, how to video, user manual, quick start guide, cheat sheet,
price book, quote template, contract template, briefing note, position paper, fact sheet, info
sheet, safety data sheet, certificate of conformity, test report, audit report, savings report,
impact report, carbon report, sustainability report, progress report, status report, quarterly
report, annual report, visit report, call report, minutes of meeting, meeting minutes, decision
log, risk register, issue log, action log, ideas log, org map, buying center map, whitespace
analysis, white space analysis, competitor analysis, swot analysis, spend analysis, savings
analysis, cost analysis, root cause report, total cost model, tco model, payback calculation,
business review pack, qbr deck, deck, slide deck, pitch, pitch deck, elevator pitch, storyboard,
customer story, reference story, press article, guest article, column, advert, poster, banner ad,
landing page for the account, newsletter issue, mailshot, webcast, livestream, keynote, speech,
talk, panel, award entry, nomination form
"""

# Ours once they are got: signed, won, granted. Getting one is an outcome.
DEALS = """
standing order, recurring order, paid pilot, sole source status, single source status, dual source
status, certification, sole supplier, single supplier, exclusive supplier, approved supplier,
nominated supplier, listed supplier, main contractor, contract, contract extension, agreement,
framework agreement, frame agreement, frame contract, framework contract, framework, master
agreement, master services agreement, msa, nda, service agreement, supply agreement, supply
contract, license agreement, maintenance agreement, blanket order, letter of intent, loi,
statement of work, sow, memorandum of understanding, mou, order, first order, trial order, pilot
order, purchase order, po, repeat order, follow on order, deal, extension deal, tender, rfp, rfq,
bid, lot, project award, award, nomination, agency of record, agency of record status, supplier of
record, gold status, silver status, platinum status, tier 1 status, premium status, approved
status, partner status, exclusive status, spec in, shortlist, sole supplier status, preferred
supplier status, preferred vendor status, preferred status, approved supplier status, supplier
status, sole source, second source, second source position, dual source position, approved vendor
list, approved supplier list, vendor list, supplier panel, preferred supplier list, supplier list,
panel, framework place, listing, national listing, range review, approval, product approval, type
approval, supplier approval, iso approval, qualification, accreditation, certificate,
specification position, specified, design win, design in, renewal, contract renewal, subscription
renewal, renewals, multi year renewal, three year renewal, price agreement, price increase,
exclusivity, exclusivity agreement, partnership agreement, joint venture, permit, budget approval,
sign off, commitment letter, testimonial, reference, reference customer, reference account, logo,
go ahead, green light, purchase commitment, upsell deal, expansion deal, business of, mandate,
engagement letter, retainer, seat on the board, concession, slot, shelf space, lane, lanes, route,
sponsorship, co marketing agreement, signature, verbal commitment, win,
break even, breakeven, reference site
"""

# Words for whoever is on the customer's side, and for what is theirs.
PARTY = """
hospital trust, health trust, care trust, housing trust, academy trust, port authority, health
authority, local authority, housing authority, transport authority, water authority, transit
authority, customer, client, account, buyer, purchaser, end user, end customer, consumer, guest,
patient, student, tenant, passenger, shopper, partner company, they, them, the group, the plant,
the mill, the council, the bank, the hospital, the university, user, operator, clinician, nurse,
customer side
"""
