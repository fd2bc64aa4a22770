// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/countyscript.h"

#include <array>

namespace hmsact::app::script {
namespace {

using namespace std::string_view_literals;
using domain::Confirmation;
using domain::Review;
using domain::WorkerKind;

constexpr qint64 second = domain::limits::msPerSecond;
constexpr qint64 minute = domain::limits::msPerMinute;
constexpr qint64 hour = domain::limits::msPerHour;
constexpr qint64 day = domain::limits::msPerDay;

constexpr std::array vaccineCard{
    Task{"verify_identity", "verify_identity", 2 * hour},
    Task{"fetch_vaccine_log", "fetch_vaccine_log", 4 * hour, "-", 3, 8},
    Task{"generate_pdf", "generate_pdf", 1 * hour, "fetch_vaccine_log", 2, 4, false, Review::None, Paper::Card},
    Task{"ship_physical", "ship_physical", 24 * hour, "-", 20, 45, true},
};
constexpr std::array pothole{
    Task{"triage_report", "triage", 30 * minute},
    Task{"inspect_site", "road_crew", 4 * hour, "triage_report", 25, 50},
    Task{"order_asphalt", "procurement", 4 * hour, "triage_report", 4, 9, false, Review::None, Paper::Table},
    Task{"patch_road", "road_crew", 10 * hour, "inspect_site,order_asphalt", 30, 70},
    Task{"tell_citizen", "send_letter", 2 * hour, "patch_road", 2, 4, false, Review::None, Paper::Letter},
};
constexpr std::array buildingPermit{
    Task{"check_completeness", "document_check", 2 * hour, "", 3, 7},
    Task{"zoning_review", "zoning", 12 * hour, "check_completeness", 35, 80},
    Task{"fire_safety_review", "fire_safety", 9 * hour, "check_completeness", 30, 70},
    Task{"calculate_fee", "fees", 1 * hour, "zoning_review,fire_safety_review"},
    Task{"draft_decision", "draft_decision", 4 * hour, "calculate_fee", 5, 10, false, Review::Human},
    Task{"issue_permit", "generate_pdf", 1 * hour, "draft_decision", 2, 4, false, Review::None, Paper::Permit},
    Task{"site_visit", "zoning", 5 * day, "check_completeness", 40, 80, true},
};
constexpr std::array benefitsRenewal{
    Task{"verify_identity", "verify_identity", 2 * hour},
    Task{"verify_income", "document_check", 8 * hour, "verify_identity", 4, 9},
    Task{"assess_eligibility", "eligibility", 1 * day, "verify_income", 6, 12, false, Review::Human},
    Task{"interview", "casework", 2 * day, "verify_income", 25, 50, true},
    Task{"notify_decision", "send_letter", 4 * hour, "assess_eligibility", 2, 4, false, Review::None, Paper::Letter},
};
constexpr std::array bulkyWaste{
    Task{"confirm_address", "triage", 30 * minute},
    Task{"plan_route", "route_planning", 4 * hour, "-", 3, 6, false, Review::None, Paper::Table},
    Task{"collect_items", "waste_crew", 5 * hour, "-", 25, 60},
};
constexpr std::array recordsRequest{
    Task{"search_archive", "archive_search", 6 * hour, "", 6, 14, false, Review::None, Paper::Table},
    Task{"redact_personal_data", "redaction", 1 * day, "-", 8, 15, false, Review::Human},
    Task{"clerk_check", "casework", 8 * hour, "-", 15, 35},
    Task{"deliver_copies", "send_letter", 4 * hour, "-", 2, 5, false, Review::None, Paper::Letter},
};
constexpr std::array streetLight{
    Task{"triage_report", "triage", 30 * minute},
    Task{"replace_lamp", "road_crew", 4 * hour, "-", 20, 40},
};
constexpr std::array waterLeak{
    Task{"answer_call", "dispatch_desk", 25 * second, "", 14, 40},
    Task{"send_crew", "dispatch_desk", 90 * second, "-", 8, 20},
    Task{"close_valve", "road_crew", 4 * minute, "-", 20, 40},
    Task{"write_report", "document_check", 10 * minute, "-", 3, 6, false, Review::None, Paper::Letter},
};
constexpr std::array helplineCallback{
    Task{"look_up_case", "triage", 30 * second, ""},
    Task{"call_back", "dispatch_desk", 2 * minute, "-", 10, 25},
};
constexpr std::array parkingPermit{
    Task{"check_plate", "document_check", 45 * second, "", 2, 4},
    Task{"issue_parking_permit", "generate_pdf", 2 * minute, "-", 2, 4, false, Review::None, Paper::Permit},
};

constexpr std::array vaccineAnswers{"trip on Friday"sv, "school enrolment"sv, "card got wet"sv, "new employer asks"sv};
constexpr std::array potholeAnswers{"knee-deep"sv, "a bicycle fell"sv, "growing since spring"sv, "next to the bus stop"sv};
constexpr std::array permitAnswers{"garden shed, 9 m²"sv, "roof extension"sv, "carport"sv, "café terrace"sv,
                                   "solar panels"sv};
constexpr std::array benefitAnswers{"two children"sv, "new address"sv, "reduced hours"sv, "income unchanged"sv};
constexpr std::array wasteAnswers{"sofa and two chairs"sv, "refrigerator"sv, "mattresses"sv, "piano (ground floor)"sv};
constexpr std::array recordAnswers{"council minutes 1998"sv, "deed of the mill"sv, "restaurant inspections"sv};
constexpr std::array lightAnswers{"flickers"sv, "dark for a week"sv, "pole is leaning"sv};
constexpr std::array leakAnswers{"water on the street"sv, "cellar is filling"sv, "hydrant was hit"sv};
constexpr std::array callAnswers{"about a letter"sv, "wrong fee"sv, "wants to speak Spanish"sv};
constexpr std::array plateAnswers{"7KLM 204"sv, "2RTX 991"sv, "5BQD 310"sv, "8AHN 472"sv};

// Where minutes count people are told sooner; where nothing can be taken in vain a button is enough.
constexpr domain::Thresholds early{500'000, 750'000};
constexpr std::array intentTable{
    Intent{"replace_vaccine_card", "Replace a vaccine card", "A new vaccination card for one that was lost or spoiled.",
           48 * hour, 5, 5, false, "reason", vaccineAnswers, vaccineCard},
    Intent{"pothole_repair", "Repair a pothole", "From the report to the patched road.", 3 * day, 6, 4, false, "description",
           potholeAnswers, pothole},
    Intent{"building_permit", "Building permit", "Review by zoning and fire safety, the fee, and the decision.", 10 * day, 4,
           3, false, "project", permitAnswers, buildingPermit},
    Intent{"benefits_renewal", "Renew benefits", "Whether a household goes on being eligible.", 5 * day, 6, 4, false,
           "situation", benefitAnswers, benefitsRenewal},
    Intent{"bulky_waste_pickup",
           "Pick up bulky waste",
           "Furniture and machines, from the curb.",
           7 * day,
           3,
           3,
           false,
           "items",
           wasteAnswers,
           bulkyWaste,
           {},
           Confirmation::Button},
    Intent{"public_records_request", "Public records", "Copies from the archive, without other people's data.", 5 * day, 4,
           2, false, "subject", recordAnswers, recordsRequest},
    Intent{"street_light_outage",
           "Street light is out",
           "A lamp that is dark, flickers or leans.",
           2 * day,
           5,
           3,
           false,
           "description",
           lightAnswers,
           streetLight,
           {},
           Confirmation::Button},
    Intent{"water_leak", "Water leak", "An emergency: somebody is sent at once.", 15 * minute, 9, 2, true, "description",
           leakAnswers, waterLeak, early},
    Intent{"helpline_callback", "Call a citizen back", "", 5 * minute, 7, 3, true, "topic", callAnswers, helplineCallback,
           early},
    Intent{"parking_permit", "Parking permit", "For residents, by number plate.", 10 * minute, 5, 3, true, "plate",
           plateAnswers, parkingPermit},
};

constexpr std::array workerTable{
    Worker{"bot-dmv-3", WorkerKind::Bot, "verify_identity:4", "records", "", 2, 4, 3},
    Worker{"bot-health-7", WorkerKind::Bot, "fetch_vaccine_log:4,verify_identity:2", "records,backup_worker_pool", "", 2, 6,
           4},
    Worker{"bot-print-1", WorkerKind::Bot, "generate_pdf:5,send_letter:4", "records", "", 2, 2, 0},
    Worker{"bot-intake-2", WorkerKind::Bot, "triage:4,fees:5", "intake", "", 2, 3, 3},
    Worker{"bot-supply-4", WorkerKind::Bot, "procurement:4,route_planning:4,fees:3", "public_works", "", 2, 5, 2},
    Worker{"agent-paperwork", WorkerKind::Agent, "document_check:4,eligibility:4,draft_decision:3", "benefits", "", 3, 7, 3},
    Worker{"agent-archive", WorkerKind::Agent, "archive_search:4,redaction:3,document_check:2", "records", "", 2, 8, 3},
    Worker{"Alice (County Clerk)", WorkerKind::Human, "ship_physical:4,casework:4", "front_office", "", 3, 2, 0},
    Worker{"Marcus Webb", WorkerKind::Human, "zoning:5,fire_safety:2", "planning", "", 3, 3, 0},
    Worker{"Ingrid Solberg", WorkerKind::Human, "fire_safety:5,zoning:3", "planning", "", 3, 3, 0},
    Worker{"Rosa Núñez", WorkerKind::Human, "dispatch_desk:5,triage:3", "dispatch", "", 1, 0, 0},
    Worker{"Crew North", WorkerKind::Human, "road_crew:4,waste_crew:2", "public_works", "", 2, 5, 0},
    Worker{"Crew South", WorkerKind::Human, "road_crew:3,waste_crew:4", "public_works,backup_worker_pool", "", 2, 6, 0,
           true},
    Worker{"Tomasz Kowalski", WorkerKind::Human, "casework:4,eligibility:3,ship_physical:2", "benefits", "", 3, 2, 0},
};

// They tell the console only: a sandbox writes to nobody.
constexpr std::array ruleTable{
    Rule{R"({"name": "Vaccine records go to the backup pool", "when": "sla_breach", "scope": {"skill": "fetch_vaccine_log"},
             "steps": [{"then": "reassign", "to": "backup_worker_pool", "notify": ["console:supervisor"]},
                       {"after": "2h", "then": "notify", "notify": ["console:director"]}]})"},
    Rule{
        R"({"name": "A leak cannot wait", "when": "activity_sla_warning", "threshold": "60%", "scope": {"intent": "water_leak"},
             "steps": [{"then": "notify", "notify": ["console:dispatch"]}]})"},
    Rule{R"({"name": "Road work is due soon", "when": "sla_warning", "threshold": "80%", "scope": {"skill": "road_crew"},
             "steps": [{"then": "notify", "notify": ["console:public-works"], "only": "unclaimed"},
                       {"after": "30m", "then": "raise_priority", "to": "8"}], "digest": "15m"})"},
    Rule{R"({"name": "Nobody has begun", "when": "unassigned", "threshold": "3h", "scope": {"priority": 6},
             "steps": [{"then": "notify", "notify": ["console:supervisor"]}], "repeat_every": "4h", "max_repeats": 3})"},
    Rule{R"({"name": "Benefits decisions, on trial", "when": "activity_sla_warning", "threshold": "1d",
             "scope": {"intent": "benefits_renewal"},
             "steps": [{"then": "notify", "notify": ["console:benefits"]}]})",
         30},
    Rule{
        R"({"name": "Too much zoning", "enabled": false, "when": "queue_depth", "threshold": 25, "scope": {"skill": "zoning"},
             "steps": [{"then": "notify", "notify": ["console:planning"]}]})"},
};

constexpr std::array givenNameTable{"jordan"sv, "amara"sv,  "li"sv,    "sofia"sv, "dmitri"sv, "fatima"sv,
                                    "henrik"sv, "maria"sv,  "kwame"sv, "noor"sv,  "owen"sv,   "priya"sv,
                                    "tala"sv,   "viktor"sv, "yuki"sv,  "zoe"sv};
constexpr std::array familyNameTable{"abbott"sv, "banerjee"sv, "castillo"sv, "dubois"sv,   "eriksen"sv,
                                     "fofana"sv, "garcia"sv,   "haddad"sv,   "ito"sv,      "jansen"sv,
                                     "kim"sv,    "lopez"sv,    "mbeki"sv,    "nakamura"sv, "okafor"sv};
constexpr std::array streetTable{"Elm Street"sv,     "Mill Road"sv,   "Harbor Avenue"sv, "Church Lane"sv,  "Calle del Sol"sv,
                                 "Station Square"sv, "Quarry Hill"sv, "Bridge Street"sv, "Orchard Close"sv};
constexpr std::array failReasonTable{"the registry did not answer"sv, "document is not readable"sv,
                                     "name and date of birth do not match"sv, "nobody met at the address"sv,
                                     "the printer is out of card stock"sv};
constexpr std::array holdReasonTable{"waiting for the citizen's signature"sv, "asked for a better scan"sv,
                                     "road closed for the parade"sv, "landlord has to agree first"sv};
constexpr std::array remarkTable{"Called back, left a message."sv, "Citizen prefers mornings."sv,
                                 "Second report for this address this month."sv, "Papers are complete now."sv,
                                 "Please keep the citizen informed."sv};

} // namespace

const std::span<const Intent> intents(intentTable);
const std::span<const Worker> workers(workerTable);
const std::span<const Rule> rules(ruleTable);
const std::span<const std::string_view> givenNames(givenNameTable);
const std::span<const std::string_view> familyNames(familyNameTable);
const std::span<const std::string_view> streets(streetTable);
const std::span<const std::string_view> failReasons(failReasonTable);
const std::span<const std::string_view> holdReasons(holdReasonTable);
const std::span<const std::string_view> remarks(remarkTable);

} // namespace hmsact::app::script
