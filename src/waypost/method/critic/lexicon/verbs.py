"""Verbs by what they say is done: a state changed, or work carried out (CRI-2)."""

# A changed state; those that say nothing without a magnitude are also VAGUE.
CHANGE = """
attach, source,
pass, grant, achieve, attain, reach, hit, exceed, surpass, outperform, beat, top, meet target,
win, win back, regain, recover, secure, sign, close, land, obtain, gain, earn, generate, bring in,
acquire, capture, retain, keep, hold on to, maintain, sustain, preserve, protect, defend, renew,
extend, convert, double, triple, treble, quadruple, halve, lift, raise, push, take, move, bring,
bring down, get, become, be, stay, remain, save, shorten, lower, cut, slash, reduce, decrease,
lessen, trim, drop, shrink, minimize, eliminate, remove, prevent, avoid, stop, end, eradicate,
cure, resolve, ensure, guarantee, make sure, see to it, increase, grow, improve, boost, enhance,
strengthen, deepen, broaden, widen, expand, drive, accelerate, maximize, optimize, streamline,
leverage, unlock, foster, nurture, elevate, advance, scale, scale up, ramp up, step up, enlarge,
intensify, refine, sharpen, simplify, speed up, fast track, stabilize, rationalize, revitalize,
transform, position, reposition, dominate, lead, own, outpace, penetrate, displace, replace, oust,
unseat, consolidate, migrate share, upsell, up sell, cross sell, sell, sell in, book, take over,
turn, turn into, turn around, change, shift, transition to, balance, rebalance, diversify, have,
know, count, add, make, give, free up, free, return, increase share, contribute, fill, fulfill,
satisfy, delight, please, qualify for, be named, be on, get onto, get into, get on, get to, stand
out, differentiate, compete, succeed, thrive, flourish, perform, perform better, profit, monetize,
penetrate, own the, establish ourselves, establish us, establish our, future proof, turn up, bring
forward, pull forward, bring home, do, go from, go to, rank, score, average, rise, fall, climb,
come down, go up, go down, arrive, run out, come, choose, prefer, buy, order, reorder, spend, pay,
use, adopt, log in, login, recommend, refer, understand, feel, see, treat, call us first,
consider, fight, slow, limit, contain, curb, steady, mitigate, offset, lock in, expand from, de
risk, derisk, catch up, close the gap, overcome, unify, harmonize, standardize, reactivate,
reengage, re engage, revive, rescue, turn around, graduate, promote to, resell, empower,
enable, leave, award, specify, list, approve, accept, name, nominate, select, appoint us, make us,
host us, delist, lose, switch, cancel, churn, return to, renegotiate, restore, release cash,
outgrow, overtake, prove, command, cement, solidify, crack, nail, smash, crush, tap, tap into,
mine, exploit, harvest, ringfence, ring fence, shield, rejuvenate, reinvigorate, reenergize,
invigorate, enrich, supercharge, turbocharge, bolster, fortify, reinforce, augment, uplift, hone,
perfect, polish, magnify, multiply, propel, spur, stimulate, ignite, spark, catalyze, galvanize,
instill, infuse, embed, ingrain, entrench, anchor, forge, shape, evolve, mature, professionalize,
reimagine, reinvent, redefine, reset, refocus, realign, overhaul, rethink, fix, heal, mend,
safeguard, shore up, firm up, tighten, ease, alleviate, relieve, soften, curtail, combat, counter,
fend off, ward off, attack, conquer, win over, woo, court, charm, impress, excite, inspire,
motivate, reassure, convince, persuade, influence, spread, ramp, kickstart, jumpstart, kick start,
jump start, further, heighten, moderate, normalize, nudge, persist, excel, shine, prosper, gear
up, step change, up, better serve, serve, outshine, outclass, out perform, level up, beef up, open
up, build on, build up, build out, trim down, slim down, pull ahead, move up, grow out, double
down, double down on, land and expand, get closer, come closer, stay ahead, keep ahead, stay
relevant, stand up for, hold the line, rekindle, reestablish, re establish, restart, repair the
relationship, regain trust, sign up, abolish, abate, absorb, allay, attract, avert, bridge,
bypass, cease, conserve, cushion, deter, diminish, dampen, exit, flatten, hasten, lighten, narrow,
neutralize, offload, outdo, quicken, quell, quieten, salvage, shave, shed, smooth, squeeze, stem,
substitute, supplant, suppress, taper, undercut, wean, weaken, withstand, halt, resume, outbid,
scoop, snatch, grab, clinch, pocket, amass, accumulate, recoup, retrieve, replenish, revert,
survive, thwart, ratify, endorse, authorize, accredit, let, allow, get rid of
"""
# Of these the reader asks "by how much?", unless a figure or an event says so.
VAGUE = """
shorten, rebuild, improve, increase, grow, drive, expand, leverage, help, support, enhance, boost,
strengthen, deepen, optimize, maximize, streamline, accelerate, foster, nurture, unlock, elevate,
reduce, decrease, lower, minimize, lessen, raise, develop, broaden, widen, advance, empower,
enable, scale, scale up, ramp up, step up, intensify, refine, sharpen, simplify, stabilize,
rationalize, revitalize, transform, position, reposition, dominate, explore, engage, pursue,
facilitate, encourage, promote, focus on, look into, investigate, work on, strive, contribute,
manage, address, tackle, upgrade, speed up, cultivate, assist, align, exceed, differentiate,
future proof, mitigate, limit, penetrate, monetize, lift, modernize, rationalise, diversify,
rebalance, revive, cement, solidify, tap into, champion, delight, push, consolidate, harness,
capitalize on, exploit, amplify, energize, reinvigorate, strategize, ideate, prevent, protect,
succeed, thrive, perform, compete, defend, preserve, sustain, elevate, balance, adapt, evolve,
aid, enlarge, rejuvenate, reenergize, invigorate, enrich, supercharge, turbocharge, bolster,
fortify, reinforce, augment, uplift, hone, perfect, polish, magnify, multiply, propel, spur,
stimulate, ignite, spark, catalyze, galvanize, instill, infuse, embed, ingrain, entrench, anchor,
forge, shape, professionalize, reimagine, reinvent, redefine, reset, refocus, realign, overhaul,
rethink, fix, heal, mend, safeguard, shore up, firm up, tighten, ease, alleviate, relieve, soften,
curtail, combat, counter, fend off, ward off, attack, win over, woo, court, charm, impress,
excite, inspire, motivate, reassure, convince, persuade, influence, spread, ramp, kickstart,
jumpstart, kick start, jump start, further, heighten, moderate, normalize, nudge, persist, excel,
shine, prosper, flourish, gear up, step change, better serve, serve, outshine, outclass, out
perform, level up, beef up, open up, build on, build up, build out, trim down, slim down, pull
ahead, move up, grow out, double down, double down on, land and expand, get closer, come closer,
stay ahead, keep ahead, stay relevant, stand up for, hold the line, rekindle, reestablish, re
establish, restart, repair the relationship, regain trust, collaborate, cooperate, liaise,
interact, network, coordinate, partner, work, continue, try, seek, aim, learn, listen, focus,
innovate, experiment, prioritize, advise, consult, optimise, challenge, steer, guide, navigate,
prospect, attempt, care, understand, capture, abate, allay, attract, cushion, dampen, diminish,
hasten, lighten, quicken, smooth, neutralize
"""
# Work whose doing two people would agree about.
WORK = """
upskill, source, merchandise, restock, donate, job shadow, spend one day, spend two days,
spend half a day,
upgrade, launch, relaunch, book, answer, respond, reply, hold, host, run, organize, arrange,
schedule, set up, kick off, start, begin, commence, conduct, carry out, perform a, undertake,
execute, complete, finish, finalize, conclude, deliver, ship, release, publish, issue, distribute,
circulate, send, share, submit, file, post, mail, present, pitch, demo, demonstrate, show,
showcase, propose, offer, quote, quote on, bid, bid for, tender, respond to, train, teach, coach,
certify, brief, educate, onboard, induct, mentor, hire, recruit, appoint, assign, nominate a,
staff, name a, install, deploy, roll out, implement, introduce, integrate, connect, configure,
migrate, commission, pilot, test, trial, go live, put in place, put, create, design, draft, write,
write up, document, record, film, prepare, produce, build, set, define, outline, map, map out,
list all, identify, catalog, analyze, audit, assess, evaluate, review, inspect, survey, interview,
poll, research, study, benchmark, measure, collect, gather, compile, track, scope, model,
calculate, price, plan, replan, visit, tour, meet, meet with, sit down with, call, phone, contact,
reach out, reach out to, email, follow up, follow up with, invite, attend, join, participate,
participate in, take part, take part in, exhibit, sponsor, celebrate, agree, negotiate, sign off,
approve a, book a, co create, cocreate, co author, co host, co develop, codevelop, co write,
translate, localize, open, open an, establish, form, found, set out, fit, retrofit, refurbish,
repair, service, check, calibrate, verify, validate, update, refresh, revise, redesign, rewrite,
rebuild, reconcile, clean up, clean, archive, register, enroll, sign up, add a, automate,
digitize, switch on, turn on, enable sso, provide, supply, produce a, print, label, name an,
submit a, escalate, report, report on, log, introduce our, introduce the, announce, communicate,
roll over, handover, hand over, transfer, relocate, move to, stock, place, procure, purchase,
order a, dispatch, collect all, recap, debrief, shadow, rotate, second, walk, walk through,
workshop, facilitate a, moderate, chair, convene, assemble, staff the, develop, enrich, segment,
classify, prioritize, rank the, tier, score the, tag, populate, fill in, ask, consult, confirm,
discuss, speak at, speak to, talk to, promote the, advertise, run a, qualify, diagnose, pinpoint,
quantify, cost, size, sell off, retire, decommission, phase out, close out, wrap up, bring in a,
run through, rehearse, practice, dry run, road test, prototype, hand out, deliver on a, feed back,
show the, give a, give the, hold a, keep a log, set a, make a list, make contact, get in touch,
put together, draw up, work out, work through, lay out, sit, spend a day, join the, get feedback,
request, solicit, name, hand, brief on, quote for, price up, open an office, visit all, send out,
roll, dial, call on, lunch, dine, entertain, thank, interview all, photograph, sample, weigh,
count up, tabulate, reconcile all, forecast, budget, cost out, transcribe, subtitle, print out,
ring, text, poll all, nominate one, appoint one, second one, embed an, station, base, deploy all,
kit out, equip, furnish, stand up a, spin up, trial run, market test, soft launch, hard launch,
pre launch, table, minute, action, log all, flag, tick off, square, re contract, reissue, reprint,
resend, re send, rerun, re run, repeat, rebook, reschedule, explain, describe, clarify,
illustrate, compare, estimate, examine, unpack, tell, inform, notify, remind, warn, alert,
suggest, enumerate, canvass, shortlist, vet, dismantle, erect,  mount, proofread, edit,
redraft, compose, lodge, reserve, tutor, instruct, countersign, reimburse, reprice, waive,
postpone, defer, expedite, rename, categorize, decide on, determine, simulate, predict, appraise,
locate, devise, invent, swap, encrypt, uninstall, delete, declare, publicize, rebrand, broadcast,
disseminate, allocate, earmark, delegate, upload, congratulate, reward, acknowledge, greet,
involve
"""
# Work of which nobody can say when it is done.
EFFORT = """
prepare for, get ready for, keep in close contact, keep close contact, stay in close contact,
maintain close contact, help, support, assist, aid, explore, engage, engage with, engage in,
collaborate, collaborate with, cooperate, work with, work, work together, work on, work towards,
work to, liaise, liaise with, interact, network, look into, look at, look for, look to,
investigate, consider how, pursue, focus on, focus, concentrate on, encourage, promote,
facilitate, advocate for, advise, guide, consult with, monitor, watch, keep an eye on, stay in
touch, stay in contact, keep in touch, keep in contact, stay close, listen, listen to, learn,
learn about, communicate with, talk, talk with, speak with, discuss with, align, align with,
coordinate, coordinate with, partner, partner with, team up, manage, handle, oversee, supervise,
address, tackle, deal with, try, try to, attempt, strive, strive to, seek, seek to, aim to,
endeavor, continue, continue to, carry on, brainstorm, ideate, think about, think of, come up
with, find ways, find a way, look out, push for, lobby, champion, evangelize, cultivate, prospect,
hunt, chase, keep working, keep trying, continue working, devote, dedicate, invest in, spend time,
spend more time, give attention, pay attention, prioritise, reflect on, anticipate, experiment,
experiment with, innovate, co innovate, iterate, strategize, develop relationships, maintain
contact, be present, be available, attend to, care for, look after, farm, act as, bring ideas,
share ideas, exchange ideas, educate the market, socialize, build rapport, tailor, customize,
personalize, adapt, adjust, respond better, use more, rethink, revisit, reconsider, contribute to,
stay on top of, keep track of, keep abreast, keep up with, keep improving, keep building, keep
developing, keep growing, build bridges, press for, go the extra mile, think, dream up, care
about, challenge, steer, guide on, navigate, be there, show up, reach for, play, play a role, go
after, look after all, take care of, take account of, give priority to, give focus to, put effort
into, put focus on, put emphasis on, emphasize, stress, value, appreciate, respect, honor,
remember, bear in mind, embrace, welcome, do our best, do everything, do whatever, make every
effort, make efforts, make an effort, keep an ear to, stay alert, keep up, keep pushing, stay
informed, be open to, be ready
"""
# A word that can be a verb or a noun: a verb only at the head of a clause.
LEAD_INS = """
we will, we want to, we aim to, we need to, we must, we should, we intend to, we plan to, we
shall, we would like to, we'll, we, our goal is to, our aim is to, our objective is to, the goal
is to, the aim is to, the objective is to, goal, objective, aim, target, aim to, aim for, aiming
to, want to, plan to, intend to, commit to, commit ourselves to, try to, seek to, strive to, look
to, endeavor to, be able to, work to, work towards, ensure that we, make sure that we, make sure
we, ensure we, to, we are going to, going to, the team will, our team will, the account team will,
account team to, team to, the team is to, i will, i want to, please, jointly, together,
successfully, actively, proactively, continue to, start to, begin to, help to, as a team, in order
to, our ambition is to, our mission is to, okr, kr, o, smart, smart goal, key result, kpi, goal is
to, also, and, then, let us, have to
"""
