"""Metrics by whose result they are (CRI-4): judge the metric, not the pronoun beside it."""

# Ours, whoever is named beside them: what the customer gives us, or what we are to the customer.
SELLER = """
quote acceptance, quote acceptance rate, tender success rate, bid win rate, close ratio, inbound
enquiry, inquiry, spec rate, specification rate, recurring order, standing order, contract
coverage, contract length, average contract length, contract term, average contract term, contract
duration, license revenue, upgrade rate, cross sell ratio, products per customer, products per
account, share of requirements, share of supply, price premium, price per unit, average selling
price, asp, payment days, debtor days, aged debt, cash collection, on time payment, prompt
payment, late payment, cost to acquire, selling time, crm usage, forecast hit rate, number of
contacts, decision maker coverage, meetings booked, demo request, webinar attendee, event
attendee, email opens, newsletter subscriber, content download, share of search, press mention,
review rating, board contact, c level contact, executive contact, paid pilot, app usage, portal
usage, portal adoption, module adoption, digital order, order frequency, reorder frequency,
purchase frequency, drop size, spend per customer, revenue per customer, revenue per user, revenue
per account, margin per order, margin per customer, profit per customer, annual spend, recurring
margin, signed license, premium income, tender win rate, order value, average order value, basket,
basket size, share of basket, arr, mrr, acv, tcv, ltv, clv, cltv, arpu, arpa, nrr, ndr, grr, cac,
gmv, annual recurring revenue, recurring revenue, monthly recurring revenue, annual contract
value, contract value, average contract value, deal value, average deal value, lifetime value,
customer lifetime value, order intake, order book, order size, average order size, order volume,
bookings, billings, account revenue, service revenue, services revenue, new business, contribution
margin, gross profit, mark up, contribution, account margin, account profitability, wallet share,
share of wallet, share of spend, wallet, customer share, share of shelf, shelf share, share of
voice, share of basket, share of the category, share of volume, share of purchases, share of
lanes, lane share, spend share, share, pipeline, sales pipeline, qualified pipeline, funnel, lead,
mql, sql, sal, opportunity, sales opportunity, qualified opportunity, prospect, quote to order
conversion, lead win rate, close rate, hit rate, closing rate, win ratio, strike rate, success
rate, quote to order, lead to meeting, deal size, average deal size, deal velocity, sales cycle,
sales cycle length, length of the sales cycle, bid success, spend, client spend, customer spend,
account spend, purchases, purchase volume, call off, call offs, upsell, up sell, upselling, up
selling, cross sell, cross selling, cross sale, expansion, expansion revenue, attach rate,
attachment rate, service attach, take up, take rate, uptake, repeat order, repeat business, repeat
purchase, repeat purchase rate, repurchase rate, reorder rate, reorders, renewal, renewal rate,
contract renewal, retention, retention rate, customer retention, client retention, account
retention, gross retention, net retention, net revenue retention, gross revenue retention, revenue
retention, net dollar retention, dollar retention, churn, churn rate, customer churn, logo churn,
revenue churn, contract churn, attrition rate, customer attrition, customer loss, cancellation,
cancelation, downgrade, contraction, lapse rate, defection, nps, net promoter score, promoter
score, enps, relationship nps, promoter, detractor, advocate, advocacy, referral, referral rate,
reference, reference customer, referenceability, testimonial, case study, loyalty score, loyalty,
recommendation rate, likelihood to recommend, review score, g2 review, online review, google
review, adoption, adoption rate, product adoption, feature adoption, user adoption, usage, product
usage, usage rate, feature usage, utilization of the platform, seat utilization, license
utilization, license usage, seat, active seat, license, active user, monthly active user, daily
active user, weekly active user, dau, mau, wau, login, log in, logins, active account, stickiness,
activation, activation rate, engagement rate, engagement score, health score, customer health,
customer health score, account health, reply rate, response rate, survey response rate,
attendance, subscription, trial user, free user, paid user, new logo, logo, new customer, new
account, new client, customer count, number of customers, customer base, paying account, paying
customer, key account, top account, account penetration, penetration, penetration rate,
whitespace, white space, footprint, installed base, coverage, contact coverage, stakeholder
coverage, contact, new contact, buying center, sponsor, executive sponsor, champion, stakeholder,
consideration, mindshare, visibility, brand preference, preference, perception score, vendor
ranking, supplier ranking, supplier scorecard, scorecard rating, vendor rating, supplier rating,
ranking, market position, position, quota, quota attainment, sales target, revenue target, sales
quota, sales plan, account plan target, forecast, sales forecast, commit accuracy, dso, days sales
outstanding, receivables, overdue receivables, overdue invoices, bad debt, payment term,
collection period, unbilled work, cost of sale, cost of sales, selling cost, cost per lead,
customer discount, discount level, discount rate, price realization, price increase, average
price, list price, rebate, giveaway, day rate, utilization rate, billable hours, billable
utilization, bench time, chargeable hours, listing, listings, distribution points, facings, sku,
sku count, product line, product lines, range, product family, service line, module, site
coverage, location coverage, line under contract, machines under agreement, machines under
contract, client count, partner sourced revenue, partner revenue, channel revenue, portal orders,
orders through the portal, online orders, web orders, edi orders, self service share, digital
share, profitability of the account, project margin, dealer, reseller, services bookings, trial
pilot conversion, demo, demos, trial, lifetime, tenure, onboarded users, certified users, trained
users, number of users, user count, users, crm hygiene, crm completeness, data completeness,
pipeline coverage, quote turnaround cost, proposal cost, bid cost, employee engagement score,
subscription revenue, maintenance revenue, spare parts revenue, spares revenue, aftermarket
revenue, consumables revenue, project revenue, service contract, maintenance contract, supplier
share, first choice score, preference score, brand score, business unit, mentions, followers,
backlog, premium, premium volume, gross written premium, gwp, connected machine, connected device,
connected site, installed unit, product approval, self service rate
"""

# Either side has its own: ours unless the customer's name or "their" stands with it.
EITHER = """
travel cost, visitor numbers, ticket sales, box office, page views, app store rating, room nights,
bed nights, spend per guest, covers, vacancy, enrollment, cost income ratio, cost to income ratio,
late payments, revenue, revenues, net revenue, total revenue, sales, turnover, income, profit,
profits, profitability, sales volume, volume, volumes, sales revenue, net sales, unit sales,
growth rate, revenue growth, sales growth, like for like sales, promo sales, cost, costs, total
cost, total costs, unit cost, operating cost, operating costs, opex, capex, overhead, overheads,
expense, expenses, budget, spend per head, savings, saving, cost savings, cost saving, cost
reduction, cost base, productivity, output, throughput per head, efficiency ratio, headcount,
staff turnover, employee turnover, attrition, absenteeism, absence, sick leave, staff retention,
employee retention, employee engagement, conversion, time to market, forecast error, project cost,
labor cost, labor hours, overtime, manual work, manual hours, admin time, paperwork, man hours,
working hours, process cost, processing cost, order processing cost, transaction cost, cost per
order, cost per unit, processing time, order processing time, order entry time, cash flow, cash
conversion, working capital, return on investment, roi, roce, roa, payback, payback period, roas,
rework, rework rate, errors in orders, print run, risk exposure, insurance cost, return on assets,
traffic, website traffic, footfall, sell out, sell through, rate of sale, basket spend, tickets
sold, members, bookings value, margin, gross margin, net margin, operating margin, profit margin,
ebit, ebitda, market share, awareness, brand awareness, prompted awareness, unaided awareness,
unprompted awareness, aided awareness, brand recognition, cost to serve, cost per acquisition,
acquisition cost, customer acquisition cost, conversion rate, conversion, click through rate, open
rate, sign up, signup, registration, subscriber, download, forecast accuracy, write off, write
offs, share of category, combined ratio, loss ratio, handling cost, category share, cpa, cost per
click, time to hire, close time, month end close, reporting time, invoice processing time, invoice
processing cost, approval time, approval cycle, average handle time, handle time, handling time,
average handling time, aht, recruitment cost, agency spend, agency cost, it costs, it cost, it
spend, software cost, print cost, printing volume, paper use, manual entry, audit findings, audit
finding, audit failures, audit score, audit hours, compliance rate, staff overtime, admin hours,
clerical hours, no shows, no show rate, payroll errors, payroll time, ramp time, ramp up time,
design time, development time, release time, test time, engineering hours, design hours,
deployment frequency, change failure rate, test coverage, code coverage, bug backlog, near misses,
employee satisfaction, employee satisfaction score, candidate satisfaction, candidate satisfaction
score, staff satisfaction, job satisfaction, salary satisfaction rating, website visitors, page
visitors
"""

# The service that the customer receives.
SERVICE = """
delivery date, promised delivery date, promised delivery, agreed delivery date, delivery,
deliveries, on time delivery, on time in full, on time, otif, otd, difot, delivery performance
score, delivery reliability, delivery accuracy, delivery time, delivery lead time, lead time,
leadtime, lead times, order lead time, dispatch time, transit time, late delivery, late
deliveries, missed delivery, missed deliveries, late order, short shipment, short delivery,
backorder, back order, stock out, stockout, stock availability, product availability, on shelf
availability, out of stock, fill rate, order fill rate, line fill, service level, service level
attainment, sla, slas, sla compliance, sla breach, sla breaches, sla credits, sla attainment, sla
adherence, delivery window, delivery slot, order accuracy, pick accuracy, picking accuracy,
picking error, shipping error, mis pick, wrong delivery, damage, damages, damage rate, pallet
damage, transit damage, breakage, breakage rate, order completeness, orders complete, perfect
order, perfect order rate, defect, defects, defect rate, ppm, parts per million, defective parts,
nonconformance, non conformance, nonconformity, reject, rejects, reject rate, rejection rate,
rejected batches, quality incident, quality complaint, field failure, field failures, failure
rate, warranty claim, warranty claims, warranty rate, warranty cost, returns, return rate, returns
rate, product returns, recall, bug, bugs, open bugs, escaped defects, critical bugs, complaint,
complaints, complaint rate, complaint resolution, complaint handling time, complaint resolution
time, customer complaint, escalation, escalations, credit note, credit notes, billing error,
billing errors, invoice error, invoice errors, invoice dispute, invoice disputes, disputed
invoices, invoice accuracy, invoicing accuracy, billing accuracy, invoice query, invoice queries,
billing dispute, billing disputes, response time, responsiveness score, first response, first
response time, first reply time, time to first response, reply time, answer time, speed of answer,
average speed of answer, call answer time, call wait time, call waiting time, waiting time, wait
time, waiting times, wait times, hold time, queue time, queue length, callback time, call back
time, abandoned calls, call abandonment, abandonment rate, response, responses within, resolution
time, ticket resolution, ticket resolution time, time to resolution, time to resolve, mean time to
resolve, mean time to repair, mttr, time to repair, repair time, fix time, time to fix,
restoration time, recovery time, turnaround time, turnaround, quote turnaround, quotation time,
quote turnaround time, sample turnaround, repair turnaround, first time fix, first time fix rate,
first fix, first visit fix, first contact resolution, first call resolution, fcr, ftf, one touch
resolution, same day resolution, ticket backlog, open tickets, ticket volume, tickets, support
tickets, ticket, reopened tickets, reopen rate, support cases, open cases, open issues, p1, p2,
priority 1 incident, priority one incident, severity 1 incident, sev 1, uptime, system uptime,
availability, platform availability, system availability, service availability, network
availability, outage, outages, downtime, system downtime, unplanned downtime, unplanned outage,
service outage, service interruption, interruptions, incident, incidents, major incident, major
incidents, critical incident, mtbf, mean time between failures, latency, page load time, load
time, packet loss, page speed, response latency, csat, csat score, customer satisfaction, customer
satisfaction score, client satisfaction, user satisfaction, satisfaction, satisfaction score,
satisfaction rating, satisfaction rate, satisfaction survey, customer effort score, effort score,
ces, customer effort, transactional survey score, support rating, service rating, quality score,
user rating, guest satisfaction with us, patient satisfaction with us, service score, customer
experience score, star rating, happiness score, onboarding time, time to onboard, onboarding
duration, supplier onboarding time, implementation time, implementation speed, implementation
duration, time to implement, deployment time, installation time, set up time, setup time for new
sites, time to go live, go live time, time to value, time to first value, provisioning time,
activation time, migration downtime, commissioning time, project duration, project overrun,
project overruns, delays, delay, project delays, installation delays, missed appointments, missed
appointment, appointment punctuality, missed collections, missed visits, right first time,
documentation errors, paperwork errors, wrong invoices, certificate errors, credit notes issued,
delivery errors, price errors, pricing errors, quality of service, support response, support
response time, engineer response, engineer attendance, call out response, call out time, breakdown
response, spares availability, parts availability, spare part availability, lead time for spares,
on site response, arrival time, delivery cost, failure, failures, batch failure, system failure,
equipment failure, fault, faults, error, errors, error rate, mistake, mistakes, disruption,
disruptions, supply disruption, supply disruptions, shortage, shortages, parts shortage, leak,
leaks, jam, jams, blackout, mis shipment, misdelivery, missed slot, overrun, rework rate, spoilt
batches, contamination, contamination complaint, cancelled deliveries, cancelled visits, emergency
call out, emergency call outs, repeat fault, repeat failure, unresolved tickets, unanswered calls,
answered calls, calls answered, emails answered, wait, lead time variance, order cycle time, order
to delivery time, order to cash time for the customer, time to delivery, time to ship, time to
quote, time to answer, time to restore, time to replace, time to close a complaint, time to close,
days to close, days to resolve, hours to repair, minutes to answer, on schedule delivery, schedule
adherence, delivery promise, promised date, promised dates, delivery precision, punctuality, first
pass delivery, certificate of analysis on time, documentation on time, service credits, penalties
for late delivery, service hours, support hours, out of hours cover, technician response,
attendance time, visit punctuality, project delivery on time, on time completion, on time
installation, on time start, milestone on time, commissioning delays, snag list, snags, punch list
items, rejected loads, short loads, wrong items, wrong parts, mislabelled pallets, labelling
errors, data errors, report errors, invoice corrections, portal outages, portal uptime, portal
availability, app crashes, system crashes, crashes, incident response time, incident resolution
time, vulnerability, vulnerabilities, patch time, backup failures, data loss, migration time,
cutover time, training wait, queue, average queue time, service desk wait
"""

# The customer's own business, unless "our" stands with it.
CUSTOMER = """
consumption, dispatch reliability, schedule reliability, network reliability, grid reliability,
equipment reliability, asset reliability, excursion, temperature excursion, voltage dip, dropped
call, call drop, theft, thefts, vandalism, arrears, rent arrears, sick day, idle time, dead stock,
overstock, stock loss, wastage, flaring, methane, odor complaint, litter, flooding, power cut,
brownout, unplanned trip, false reject, drying time, curing time, cleaning time, wash time, start
up time, boot time, germination, germination rate, survival rate, milk per cow, calving interval,
vacancy rate, void rate, void days, attainment, graduation rate, truancy, class size, waiting
list, discharge time, door to needle time, handover time, ambulance handover, crime, reoffending,
bin collection, pothole, case backlog, processing backlog, claims ratio, claims frequency, claim
frequency, claims inflation, delinquency, default rate, non performing loan, chargeback,
chargeback rate, payment failure, declined payment, authorization rate, checkout conversion,
planogram compliance, price compliance, out of dates, waste per store, time on site, overnight
stay, revpar, revenue per available room, table turnover, covers per night, curtailment, capacity
factor, heat rate, specific consumption, o&m cost, lcoe, unserved energy, meter fault, time to
connect, connection time, call setup time, jitter, truck roll, site outage, lead time for changes,
regression time, programme delay, days lost, batch release, batch release time, deviation, out of
spec result, capa closure time, trial enrollment time, patient recruitment time, query rate,
protocol deviation, tooling change, die change, sorting error, dosing error, prescription error,
feed cost, vet cost, feed waste, fertilizer loss, heat loss, pressure loss, steam loss, air leak,
water loss, yield loss, weight loss in storage, moisture loss, lameness, mastitis, weed pressure,
drift loss, blow out, puncture, breakdown rate, cost per km, cost per crossing, cost per flight
hour, cost per stay, cost per meal, cost per pupil, cost per claim, cost per transaction, cost per
mwh, cost per barrel, cost per ounce, cost per visit, cost per test, cost per dose, injury rate,
lost day, lost workday, sickness rate, staff sickness, shift handover, missed dose, missed dose
rate, waiting list length, repeat test, repeat rate, misdiagnosis, cancellation rate of theatres,
cancelled lesson, cancelled train, cancelled flight, flight delay, baggage delay, lost bag,
mishandled bag, queue at security, congestion, traffic jam, empty run, empty seats, empty beds,
unsold room, unsold ticket, unsold stock, spoiled stock, broken glass, bruising, clogging,
fouling, corrosion, wear, wear rate, vibration, scaling, filter change, oil change, chemical
spill, near miss, unsafe act, trip hazard, ergonomic complaint, lifting injury, back injury, burn,
late train, late bus, late school meal, missed connection, missed bin, missed collection,
subscriber churn, member churn, policyholder retention, policyholder churn, tenant turnover,
patient retention, guest loyalty, shopper loyalty, yield, first pass yield, throughput, line
speed, oee, overall equipment effectiveness, equipment effectiveness, machine availability, line
availability, plant availability, machine uptime, line uptime, line stop, line stops, line
stoppage, line stoppages, machine stops, machine downtime, line downtime, plant downtime,
production downtime, stoppage, stoppages, production loss, breakdown, breakdowns, picking
capacity, pick rate, picking rate, capacity utilization, machine utilization, asset utilization,
fleet utilization, bed occupancy, occupancy, occupancy rate, table turns, scrap, scrap rate,
waste, waste rate, food waste, landfill, landfill waste, waste to landfill, spoilage, shrink,
shrinkage, giveaway per pack, overfill, off spec, material loss, raw material use, material usage,
cycle time, changeover, changeover time, pump changeover, setup time, set up times, batch time,
run length, dry dock time, docking time, loading time, unloading time, dwell time, truck
turnaround, gate time, vehicle turnaround, order cycle, energy, energy bill, energy bills, energy
use, energy consumption, energy cost, energy costs, energy intensity, power consumption, power
use, power bill, electricity, electricity bill, electricity use, electricity consumption, gas use,
gas consumption, steam use, fuel, fuel use, fuel consumption, fuel burn, fuel cost, fuel bill,
compressed air, water, water use, water consumption, seal water, effluent, emissions, co2, co2
emissions, carbon, carbon emissions, carbon footprint, scope 3, scope 3 emissions, scope 1, scope
2, greenhouse gas emissions, ghg emissions, nox, packaging, packaging weight, plastic, plastics,
plastic use, recycled content, recycling rate, chemical use, chemical consumption, solvent use,
maintenance cost, maintenance costs, maintenance spend, maintenance hours, spares stock, spare
parts stock, spare parts inventory, inventory, inventories, inventory days, inventory turns,
inventory level, stock level, stock levels, stock days, days of stock, safety stock, stock turn,
stock turns, stock write offs, total cost of ownership, tco, cost of ownership, cost of ownership
of the fleet, freight cost, freight costs, freight spend, freight, logistics cost, logistics
costs, transport cost, transport costs, shipping cost, shipping costs, warehouse cost, procurement
cost, cost per pallet, cost per tonne, cost per ton, cost per mile, cost per kilometer, cost per
patient, cost per case, cost per part, cost per meter, cost per hectare, cost per bed, tool cost,
tooling cost, tool life, tire life, bearing life, service life, catalyst life, filter life,
running cost, running costs, cloud cost, cloud costs, cloud bill, hosting cost, supplier count,
supplier base, claims cost, cleaning cost, energy spend, patient waiting time, patient waiting
times, patient throughput, patient safety, length of stay, readmission, readmissions, infection
rate, infections, theatre utilization, bed days, mortality, sample rejection, test turnaround,
dispensing errors, medication errors, student retention, pass rate, exam results, crop yield, milk
yield, feed conversion, mortality rate, weight gain, tonnes per hectare, harvest losses, passenger
delay, train delays, delay minutes, road accidents, guest score, guest satisfaction, patient
satisfaction, student satisfaction, tenant satisfaction, passenger satisfaction, shopper
satisfaction, safety incident, safety incidents, accident, accidents, accident rate, injury,
injuries, injury rate, lost time incident, lost time injuries, lost time, ltifr, ltir, trir,
spills, spillage, compliance breaches, security incidents, data breaches, phishing clicks, fraud
losses, fraud, cart abandonment, bounce rate on their site, call volume at their helpdesk, sell
out rate, their launch, store openings, store uptime, till downtime, checkout time, queue at
checkout, shelf gaps, markdowns, empty miles, load factor, vehicle fill, trailer fill, truck fill,
pallet fill, drop density, picking errors, unplanned stops, planned stop, unplanned seal related
downtime, purchase order time, purchase order cycle, second trip, repeat visits, missing parts,
sample approval cycle, seal failures, bearing failures, pump failures, motor failures, machine
failures, line failures, tool breakage, tool changes, tool change time, set up hours, maintenance
stops, maintenance backlog, unplanned maintenance, planned maintenance cost, mean downtime, hours
of downtime, line hours lost, lost hours, lost production, production cost, cost per litre, cost
per liter, cost per kilo, cost per kilogram, cost per unit produced, conversion cost,
manufacturing cost, production output, units per hour, parts per hour, picks per hour, lines per
hour, output per shift, first time quality, right first time rate, quality cost, cost of poor
quality, cost of quality, warranty cost of the customer, recall cost, shelf life, time to shelf,
time to restock, stock holding, stockholding, stock cover, obsolete stock, working capital tied
up, cash tied up, truck kilometers, truck miles, road freight, vehicle emissions, fleet emissions,
fleet fuel, tires per year, energy per tonne, kwh per tonne, water per tonne, steam per tonne, gas
per tonne, electricity per unit, energy demand, peak load, peak demand, cooling energy, heating
energy, heating cost, lighting cost, energy spend per site, waste cost, waste disposal cost,
disposal cost, single use plastic, virgin plastic, cardboard, pallets used, packaging cost,
packaging waste, recycled material, recyclability, product carbon footprint, embodied carbon,
noise, noise level, dust level, air quality, chemical cost, fertilizer use, pesticide use,
irrigation water, calf mortality, litter quality, egg yield, hatch rate, ward time, nurse time,
nursing hours, theatre time, theatre cancellations, cancelled operations, time to diagnosis, bed
turnaround, patient falls, patient wait, clinic waiting time, instrument turnaround, claims
handling time, claims cycle time, claims leakage, policy issue time, loan approval time, account
opening time, branch queue, fraud rate, false positives, false alarms, compliance cost, audit
preparation time, reporting hours, tax penalties, staff hours, teacher workload, lesson
preparation time, dropout rate, attendance rate, student results, guest complaints of the hotel,
housekeeping time, room turnaround, energy per room, linen cost, food cost, food cost per cover,
kitchen waste, table turn time, checkout queue, shrink rate, on shelf availability rate, basket
abandonment, store labor hours, store energy, cash handling cost, card fees, transaction fees,
passenger delays, dwell times, turnaround time of aircraft, aircraft on ground, aog time, dry dock
days, port time, berth time, demurrage, detention cost, container dwell, border delays, network
losses, leakage, water leakage, grid losses, outage minutes, saidi, meter reading cost, call outs,
site accidents, reportable accidents, near miss rate, snagging time, build time, build cost,
construction time, project cost overrun, site waste, crane hours, rig time, drilling time, non
productive time, well cost, lifting cost, ore recovery, recovery rate, mill throughput,
concentrator throughput, haul cost, blast cost, ramp up time of the line, product launch date,
launch time, time to launch, new product introduction time, npi time, prototype time, cloud spend,
licence cost, license cost, it downtime, server cost, data centre cost, print volume, set up time,
machine set up time, dropout, drop out, data entry, double data entry, manual data entry
"""

# Of ours, what is counted one by one: work done for a number of them is still work.
THINGS = """
lead, opportunity, sales opportunity, prospect, new logo, logo, new customer, new account, new
client, key account, top account, seat, license, user, users, active user, trial, demo, contact,
new contact, sponsor, executive sponsor, champion, stakeholder, reference, reference customer,
testimonial, case study, advocate, promoter, detractor, sku, product line, product family, service
line, module, line, dealer, reseller, member, subscriber, trained users, certified users,
onboarded users, number of users, business unit, buying center, paying account, paying customer,
online review, facings, listing, range, registration, deal, distribution points
"""
