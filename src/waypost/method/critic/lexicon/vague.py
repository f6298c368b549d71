"""Words that a reader must have defined before anybody can check them (CRI-1)."""

from waypost.method.critic.lexicon.forms import bag

# Nobody can say when it is so, whatever else the goal says.
BUZZ = """
win / win, preferred platform, seamless interoperability, good neighbour, easy to deal with, easy
to do business with, easy to work with, vendor to partner, supplier to partner, natural choice,
obvious choice, default choice, green transition, energy transition, net zero journey, more value
added, fresh thinking, smart working, omnichannel, omni channel, end to end, value chain, adjacent
area, adjacency, trust based, harness ai, harnessing ai, ai powered, ai driven, ai enabled, value
for money, hyper personalized, hypercare culture, next gen, data led, insight led, purpose led,
outcome based, outcome focused, trusted advisor, trusted adviser, trusted partner, strategic
partner, strategic supplier, strategic partnership, strategic relationship, preferred partner,
partner of choice, supplier of choice, vendor of choice, provider of choice, first choice, go to
partner, go to supplier, true partner, true partnership, genuine partner, genuine partnership,
valued partner, reliable partner, key partner, ideal partner, real partner, business partner,
strategic ally, thought leader, thought leadership, market leader, market leadership, industry
leader, leading supplier, leading provider, number 1, # 1, number one, no 1, win win, both sides
win, synergy, low hanging fruit, best in class, best of breed, best practice, world class, cutting
edge, state of the art, next level, new level, new heights, next generation, game changer, game
changing, paradigm shift, value add, value added, value proposition, value creation, added value,
holistic, holistically, customer centric, customer centricity, customer obsessed, customer
obsession, customer focused, customer focus, client centric, client focused, culture of
collaboration, culture of trust, culture of innovation, growth mindset, customer intimacy, one
stop shop, digital transformation, digital transformation journey, digitalization journey,
transformation journey, transformational, operational excellence, service excellence, delivery
excellence, commercial excellence, excellence, center of excellence, innovative, innovation,
disruptive, robust, scalable, seamless, seamlessly, frictionless, hassle free, painless,
impactful, future ready, future proof, forward thinking, purpose driven, sustainable growth,
profitable growth, mutual growth, business growth, unlock growth, exponential growth, accelerated
growth, organic growth, competitive advantage, competitive edge, wow factor, wow, quantum leap,
step change, top of mind, share of mind, mind share, mindshare, pain point, touch point,
touchpoint, new opportunity, growth opportunity, more business, business success, wherever
possible, where possible, as needed, as required, as appropriate, where appropriate, where
relevant, as much as possible, as soon as possible, as quickly as possible, as many as possible,
asap, if possible, when possible, in due course, over time, in the long run, in the long term,
over the long term, for the long term, in the future, in future, going forward, moving forward, in
a timely manner, for the foreseeable future, formality, right level, right people, higher
standard, high standard, highest standard, closer ties, close ties, strong ties, stronger ties,
mutual benefit, mutually beneficial, mutual value, mutual success, lasting value, full potential,
strategic alignment, customer journey, actionable insight, ongoing basis, on a regular basis, top
quality, high quality, peace of mind, one team, hearts and minds, business outcome, desired
outcome, better outcome, better balance, momentum, ecosystem, agility, resilience, leading edge,
premier, indispensable, irreplaceable, culture, clear vision, operational efficiency, sales
excellence, customer delight, white glove, gold standard, flawless, effortless, effortlessly,
stress free, rock solid, bulletproof, second to none, strategic value, real value, more value,
greater value, true value, tangible value, unique value, seat at the table, inner circle, share of
heart, stickiness, wallet growth, healthy growth, healthy relationship, strong relationship, good
relationship, value driven, data driven, results driven, solution oriented, bleeding edge,
turnkey, gravitas, champion of change, halo effect, mission critical partner, extension of their
team, raving fan, delighted customer, customer evangelist, brand ambassador, ambassador,
evangelist, right first impression, future need, emerging need, unmet need, hidden need, changing
need, evolving need, operational synergy, commercial synergy, record growth, strong growth, rapid
growth, growth engine, engine of growth, growth driver, growth partner, innovation partner,
transformation partner, strategic account, strategic importance, strategic level, strategic
conversation, value based, value selling, high touch, low touch, big win, bigger picture, big
picture, blue sky, greenfield potential, quick result, tangible benefit, real benefit, real
difference, difference, lasting impression, good impression, positive impression, impression, good
reputation, positive outcome, positive experience, great experience, memorable experience,
exceptional experience, outstanding experience, consistent experience, meaningful relationship,
meaningful engagement, deeper relationship, deep relationship, long term relationship, lasting
relationship, long lasting relationship, trusted relationship, close relationship, closer
relationship, personal touch, two way street, level playing field, new ground, new territory,
uncharted territory, the extra mile, extra mile, rock star, superstar, champion level, greatness,
brilliance, magic, buzz, mutual understanding, mutual trust, mutual respect, open communication,
clear communication, transparent communication, effective communication, continuous improvement,
quality mindset, service mindset, can do attitude, can do, right mindset, agile way, smart way,
better way, new way, new ways of working, ways of working, next chapter, new chapter, next stage,
new era, new dimension, critical mass, economy of scale, economies of scale, scale advantage,
first mover advantage, unique selling point, usp, differentiator, stickier relationship, customer
love, customer heart, hearts, minds, moment of truth, moments of truth, moments that matter, red
carpet, seamless experience, smooth experience, unified approach, joined up approach, holistic
approach, proactive approach, consultative approach, structured approach, strategic approach,
customer first, customer first approach, customer led, insight led, outcome based, future
proofing, thought leading, leadership position, leading position, strong position, stronger
position, good position, better position, pole position, favorable position, dominance, supremacy,
superiority, stronghold, foothold, beachhead, headway, inroads, upside, runway, white space
potential, untapped potential, full value, maximum value, optimum value, long term value,
sustainable value, shared value, business impact, real impact, positive impact, impact
"""
# Adjectives and adverbs of opinion, degree and pace.
SUBJECTIVE = """
safer, shorter, lighter, calmer, tastier, fresher, nicer, kinder, livelier, successful, more
successful, tougher, quieter, healthier, greener, proper, solid, sound, sensible, decent,
transparent, right, higher, or so, healthy, healthier, low cost, long lasting, more or less, give
or take, sustainable, ethical, inclusive, painful, less painful, rewarding, tight, tighter,
lively, better, best, good, great, greater, excellent, outstanding, exceptional, superior, superb,
first class, top notch, unparalleled, unrivalled, exciting, amazing, perfect, ideal, optimal,
optimum, strong, stronger, strongest, deeper, closer, tighter, faster, quicker, quickly, rapid,
rapidly, prompt, promptly, swift, swiftly, speedy, speedily, smoother, smooth, smoothly, easier,
easy, easily, simpler, leaner, cheaper, cost effective, affordable, efficient, efficiently, more
efficient, more efficiently, effective, effectively, more effective, more effectively, more
productive, proactive, proactively, more proactive, more proactively, responsive, more responsive,
reliable, more reliable, dependable, more flexible, flexible, more transparent, transparent,
timely, more timely, regularly, regular, more regular, frequent, frequently, often, more often,
more frequent, more frequently, consistent, consistently, more consistent, more consistently,
continuous, continuously, continual, continually, constantly, lasting, long lasting, long term,
longer term, long standing, sustainable, sustainably, steadily, healthy, healthier, solid,
meaningful, meaningfully, substantial, substantially, significant, significantly, considerable,
considerably, massive, massively, dramatic, dramatically, drastic, drastically, radical,
radically, vastly, hugely, enormously, noticeable, noticeably, markedly, materially, measurably,
appreciably, tangible, tangibly, sizeable, sizable, aggressive, aggressively, slightly, somewhat,
gradual, gradually, increasingly, eventually, ultimately, soon, sooner, immediately, someday, one
day, strategic, strategically, key, critical, relevant, appropriate, suitable, adequate,
sufficient, reasonable, acceptable, satisfactory, professional, professionally, friendly,
friendlier, happy, happier, satisfied, more satisfied, delighted, loyal, more loyal, valued, more
valuable, compelling, smarter, creative, creatively, more creative, fresh, dynamic, vibrant,
aligned, more aligned, tailored, tailor made, clear, clearer, clearly, more clearly, properly,
thorough, thoroughly, comprehensive, comprehensively, minimal, a few, a lot of, lots of, plenty
of, a number of, a range of, a handful of, a couple of, couple of, handful of, several, some,
many, numerous, various, multiple, more, less, fewer, one or two, two or three, around half,
almost all, nearly all, most, majority, a significant amount, a certain amount, more visible,
visible, stickier, more resilient, more relevant, more strategic, more innovative, more customer
centric, more competitive, competitive, more profitable, profitably, more agile, more
collaborative, collaborative, more engaged, engaged, improved, enhanced, optimized, streamlined,
closely, more closely, carefully, actively, more actively, intensively, harder, passionately,
deeply, more deeply, promising, high potential, high value, appreciated, respected, appealing,
more attractive, attractive, modern, bigger, truly, personal, world leading, fully, exceptionally,
happily, superbly, well, high performing, high level, positively, ambitious, actionable, bespoke,
intimately, genuine, genuinely, honest, wisely, more accurate, more open, more predictable,
predictable, more intuitive, intuitive, user friendly, more user friendly, more personal, more
confident, confident, more convenient, convenient, more integrated, deep, agile, easiest, fastest,
simplest, cheapest, smartest, quickest, closest, deepest, smoothest, friendliest, happiest,
safest, leanest, greatest, finest, brightest, clearest, broadest, widest, tightest, healthiest,
warm, warmer, brighter, greener, cleaner, exemplary, stellar, terrific, fantastic, remarkable,
extraordinary, brilliant, unbeatable, unmatched, memorable, enjoyable, pleasant, attentive,
courteous, polite, kind, caring, helpful, useful, valuable, worthwhile, significant enough,
serious, seriously, greatly, highly, strongly, firmly, broadly, generally, largely, mostly,
mainly, primarily, normally, usually, typically, occasionally, sometimes, periodically,
repeatedly, routinely, systematically, methodically, diligently, persistently, relentlessly,
tirelessly, assertive, assertively, bold, boldly, brave, courageous, daring, visionary,
inspirational, inspiring, motivating, motivated, energized, enthusiastic, passionate, well
informed, well prepared, well positioned, well known, well regarded, well respected, highly
regarded, highly valued, highly satisfied, very satisfied, fully satisfied, fully engaged, truly
engaged, deeply engaged, closer together, in depth, in touch, on point, up to date, state of art,
high profile, high impact, high end, high margin, best possible, good enough, as good as, fit for
purpose, purposeful, value adding, value creating, incremental, smart, intelligent, enduring,
durable, permanent, permanently, steady, fairer, balanced, nimble, nimbler, versatile, adaptable,
adaptive, robustly, safely, securely, accurately, correctly, appropriately, suitably, adequately,
sufficiently, ideally, perfectly, flawlessly, punctual, punctually, speedier, snappier, crisper,
sharper, tougher, weaker, loose, looser, richer, fuller, freely, openly, honestly, fairly,
transparently, jointly agreed upon, cost efficient, resource efficient, energy efficient,
responsible, responsibly, ethical, ethically, mutually, together more, enough, ample, abundant,
extensive, extensively, vast, wide ranging, far reaching, in a better way, at scale, the most, the
best, far more, far better, much more, much better, many more, even more, even better, way more,
way better, a bit more, slightly better, overall better, somehow, where we can, if we can,
whenever possible, wherever we can, as often as possible, as early as possible, at the earliest,
near term, mid term, near future, distant future, time to time, from time to time, every now and
then, now and then, again and again, always on, all round, across the board, diverse, differently
"""
# States and qualities that no instrument is named for; a figure bound to them does not settle them.
SOFT = """
approach, patient outcome, learning outcome, health outcome, clinical outcome, student outcome,
care outcome, relationship, customer relationship, client relationship, business relationship,
relations, customer relations, partnership, collaboration, cooperation, co operation,
communication, internal communication, engagement, customer engagement, client engagement, user
engagement, stakeholder engagement, involvement, experience, customer experience, user experience,
client experience, buying experience, end user experience, service experience, ordering
experience, digital experience, support experience, happiness, wellbeing, convenience,
performance, account performance, sales performance, supplier performance, service performance,
delivery performance, business performance, team performance, efficiency, effectiveness, quality,
service quality, product quality, quality of service, data quality, service level, responsiveness,
reliability, flexibility, transparency, security, cyber security, safety, sustainability, trust,
loyalty, customer loyalty, rapport, goodwill, confidence, morale, progress, value, business value,
customer value, impact, influence, dependency, dependence, reliance, complexity, understanding,
knowledge, capability, competence, readiness, competitiveness, positioning, market position,
market presence, presence, brand, brand image, image, reputation, credibility, profile, standing,
stature, relevance, usability, ease of use, closeness, proximity, interest, commitment, ownership,
accountability, leadership, governance, teamwork, opportunity pipeline health, advantage, benefit,
dialogue, stability, continuity, risk, friction, frustration, hassle, headache, satisfaction,
customer satisfaction, client satisfaction, user satisfaction, visibility, footprint, traction,
excitement, advocacy, growth, expectation, success, customer success, potential, alignment, buy
in, basics, solution, efficiencies, idea, insight, synergies, improvement, challenge, way, issue,
problem, help, support, service, level of service, intimacy, empathy, appreciation, recognition,
willingness, openness, adaptability, speed, professionalism, know how, expertise, attention,
harmony, bond, connection, connectivity, agenda of the customer, customer support, customer care,
touch points, collaboration culture, mindset, strength, health, standard of service, workflow,
workload, pressure, stress, pain, effort, network, energy level, spirit, chemistry, team
chemistry, foundation, groundwork, clarity, focus, direction, vision, ambition, passion,
dedication, consistency, discipline, rigor, depth, breadth, reach, exposure, comfort, simplicity,
ease, cohesion, synergy level, culture fit, momentum, approachability, availability to talk,
feeling, perception, sentiment, mood, atmosphere, climate, motivation, curiosity, creativity,
learning, collaboration level, cross functional collaboration, teamworking, networking, key
relationship, executive relationship, supplier relationship, partner relationship, stakeholder
relationship, working relationship, personal relationship, information exchange, information flow,
information sharing, knowledge sharing, customer knowledge, customer insight, market knowledge,
market insight, customer understanding, value perception, perceived value, customer value
proposition, proposition, customer retention culture, account health culture, account growth,
revenue growth potential, competitive position, competitive positioning, pricing power,
negotiating position, bargaining power, customer focus level, customer orientation, operational
performance, financial performance, commercial performance, quality performance, account
management quality, service delivery, delivery quality, support quality, product experience,
digital maturity, maturity, sophistication, robustness, soundness, fitness, vitality, wellness,
longevity, durability of the relationship, credibility with the board, authority, prominence,
recognition level, attention level, mindshare level, interest level, engagement level, level of
engagement, satisfaction level, level of satisfaction, trust level, comfort level, service
experience level, strategic relationship level, supply security, security of supply, supply
reliability, cost efficiency, resource efficiency, process efficiency, energy awareness,
operational effectiveness, sales effectiveness, sales efficiency, team efficiency, team
effectiveness, productivity culture, results, business results, sales results, work quality,
output quality, win chances, chances, odds, likelihood, prospects of winning, opportunities,
pricing, price position, innovation capability, innovation level, digital presence, social
presence, online presence, brand presence, brand perception, brand equity, brand value, brand
strength, account presence, local presence, market visibility, brand visibility, supply chain
visibility, data visibility, transparency level, customer journey quality, lifestyle, spirit of
partnership, stagnation, churn risk, risk level, exposure level, complexity level, bureaucracy,
red tape, silos, waste of time, delays in general, misunderstanding, conflict, tension,
surprise, escalation culture, position, market standing
"""
# Soft nouns of which the critic does not ask a definition when nothing else is wrong with them.
QUIET = bag(
    "way issue problem idea help support service improvement challenge basics level of"
    " service standing attention pressure workload workflow connection customer support"
    " expertise brand"
)
# Words too general to say what changes.
GENERIC = """
new business unit, account, business, company, companies, organization, firm, thing, area, aspect,
activity, side, part, product, service, offering, portfolio, team, people, staff, employee,
person, colleague, process, internal process, sales process, operation, system, market, sector,
industry, region, category, segment, customer, client, existing customer, current customer,
existing client, all customers, existing account, current account, user, stakeholder, decision
maker, key stakeholder, senior stakeholder, executive, management, leadership team, board, c
suite, c level, director, manager, contact, department, division, unit, group, supplier, vendor,
competitor, competition, rival, partner, resource, resource allocation, effort, time, year, month,
week, day, date, future, today, level, number, amount, rate, percentage, percent, figure, result,
outcome, goal, target, objective, requirement, strategy, approach, method, measure, means, kind,
type, range, set, lot, bit, world, place, order, opportunity, role, need, work, job, task, action,
step, case, point, term, condition, standard, change, use, purpose, order to, basis, view, sense,
sort, field, aim, plan, chance, journey, mix, spend, agreement, business unit, end, expertise,
side, life, culture, deal, everything, everyone, everybody, something, anything, nothing, someone,
project, project team, sales team, account team, salesperson, sales people, salespeople, sales
force, rep, leverage, data, information, technology, it team, buyer, new buyer, procurement team,
purchasing team, procurement, purchasing, procurement department, top management, senior
management, question, conversation, interaction, contact person, delivery, training, onboarding,
ordering process, buying process, delivery process, onboarding process, complaint process,
complaint handling, feedback, headcount, at risk, training program, cross selling, upselling,
response, location, site, office, territory, country, environment, situation, expectation,
customer need, supply, supply chain, value chain, operations, experience level, initiative,
program, customer service, account management, key account management, support team, service team,
marketing, sales and marketing, sector, face to face, one to one, 1 to 1, day to day, back to
back, peer to peer, top to top, side by side, business to business, end user, in person, way,
method of working, campaign idea
"""
