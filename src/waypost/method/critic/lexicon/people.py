"""Who is meant by the customer: its people, those whom it serves, and what kind of body it is."""

from waypost.method.critic.lexicon.forms import bag, plurals


def _both(words: str) -> frozenset[str]:
    return frozenset(form for word in words.split() for form in plurals(word))


# Those who work for the customer, or whom it serves; buyers and deciders are not among them.
PEOPLE = _both(
    "patient passenger guest tenant student shopper consumer resident citizen pupil learner"
    " visitor diner traveler traveller commuter motorist driver aircrew crew nurse surgeon"
    " doctor physician clinician midwife carer caregiver therapist pharmacist paramedic"
    " teacher lecturer professor librarian farmer grower herdsman planner scheduler dispatcher"
    " operator fitter mechanic welder picker packer porter receptionist housekeeper chef cook"
    " cashier clerk teller caseworker inspector foreman superintendent supervisor technologist"
    " chemist storekeeper storeman warehouseman installer electrician plumber policyholder"
    " borrower depositor saver cardholder viewer listener player athlete householder homeowner"
    " leaseholder landlord voter taxpayer claimant officer soldier sailor seafarer"
    " miner driller roughneck captain worker household parent franchisee barista handler"
    " adjuster underwriter caller rider courier machinist toolmaker setter bricklayer donor"
    " volunteer programmer bookkeeper accountant forester fisherman skipper caretaker trainee"
    " waiter bartender stylist groomer vet veterinarian breeder"
    " secretary translator florist sommelier steward stewardess conductor signaller loader"
    " stevedore docker navigator joiner carpenter mason roofer plasterer glazier painter"
    " surveyor warden ranger gardener groundsman cleaner janitor seamstress weaver spinner"
    " tanner jeweller grinder polisher assembler sorter weigher radiographer sonographer"
    " dietitian nutritionist physiotherapist psychologist psychiatrist dentist hygienist"
    " optometrist audiologist anaesthetist anesthetist oncologist radiologist pathologist"
    " cardiologist paediatrician pediatrician geriatrician matron phlebotomist undertaker"
    " detective constable policeman firefighter lifeguard tutor examiner headteacher juror"
    " prisoner inmate detainee refugee migrant pensioner retiree toddler infant teenager drinker"
    " smoker spectator pedestrian cyclist camper hiker skier swimmer angler renter lodger"
    " occupier neighbour neighbor villager islander"
) | bag("children families drivers elderly disabled")
# What the customer can be, when it is not called by name.
BODIES = _both(
    "hospital clinic council municipality ministry university school college academy district"
    " retailer wholesaler grocer supermarket bakery brewery dairy creamery restaurant hotel"
    " airline airport railway shipyard carrier haulier forwarder shipper bank insurer broker"
    " utility refinery smelter foundry mill quarry plant factory farm cooperative brewer baker"
    " distiller bottler builder contractor developer manufacturer processor packer printer"
    " publisher broadcaster theatre theater museum stadium charity prison garrison landlord"
    " group city town borough county laundry nursery vineyard winery franchise lab laboratory"
    " pharmacy glassworks steelworks ironworks waterworks brickworks sawmill port harbour"
    " harbor terminal chain authority institute federation union agency practice dealership"
    " garage greenhouse hatchery abattoir ranch cinema gym casino resort hostel zoo gallery"
    " hospice optician fabricator moulder tannery lender studio depot institution roaster"
    " grower"
    " ward morgue crematorium cemetery church mosque temple cathedral monastery kindergarten"
    " creche preschool polytechnic embassy consulate parliament tribunal army navy regulator"
    " ombudsman ngo club association society consortium conglomerate subsidiary startup boutique"
    " outlet mall hypermarket grocery butcher fishmonger hairdresser salon spa caterer canteen"
    " cafeteria cafe bistro pub tavern inn motel guesthouse campsite marina quay wharf ferry"
    " metro subway tram tunnel canal dam reservoir substation mine pit colliery kiln newspaper"
    " magazine telco isp datacentre datacenter reinsurer distillery cidery slaughterhouse"
    " cannery fishery plantation estate orchard housebuilder"
)
# A possessive of these is not the customer's.
NOT_THEIRS = bag(
    "year years quarter quarters month months week weeks day days today yesterday tomorrow"
    " season competitor competitors competition rival rivals supplier suppliers vendor vendors"
    " market industry world team teams company business department sector seller everyone"
    " nobody one it let what that who there here he she incumbent rep reps spring summer autumn"
    " winter christmas segment territory predecessor manager managers engineer engineers"
)
