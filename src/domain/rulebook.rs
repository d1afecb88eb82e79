//! Every rule the program knows, gathered from the areas that check it.
//!
//! A rule is declared where it is checked; here it is only listed, so that the
//! guide can show it. A test reads the sources and fails on a rule that is not
//! listed.

use super::finding::Rule;

macro_rules! list {
    ($($name:ident)*) => { &[$(&$name),*] };
}

/// The areas, each with its rules.
const AREAS: &[&[&Rule]] = &[
    {
        use super::activity::lep::*;
        list![
            UNKNOWN NOT_FOR_PERSONS ATTESTED NONE_ATTESTED CHOOSE CO_IS_NO_CODE HISTORIC
        ]
    },
    {
        use super::activity::rules::*;
        list![
            DATE FUTURE MINUTES MODE CONFIRMED OTHER_LEP OTHER_PSP NOTE FIRST_STATE NO_STEP
            NOT_AGREED CO_MISSING HIRED_ELSEWHERE UPDATE_PSP PROGRAMME BY_PHONE
        ]
    },
    {
        use super::appointment::booking::*;
        list![
            OPERATOR START PLACE PLATFORM REMOTE_AGREED BY_PHONE NOTICE_24 NOTICE_72
            AGREED_NO_PACT NOTICE_DAYS PAST HOLIDAY MINUTES OPERATOR_BUSY PERSON_BUSY SERVICE OTHER_PSP FAR
            OUTSIDE LEFT AWAY
        ]
    },
    {
        use super::appointment::convocation::*;
        list![
            BOTH REMOTE_HOW ASK_REMOTE IN_PERSON RESERVED
        ]
    },
    {
        use super::appointment::happened::*;
        list![
            NO_STEP HELD_EARLY ABSENT_EARLY NOT_OVER REASON SENT_HOW ONLY_REMINDER MOVED_LATE MOVED_WHY JUSTIFIED_WHY JUSTIFIED_LATE UNJUSTIFIED_WHY
            TERM_RUNS CAME_LATE CAME_WHEN NO_PACT_THEN
        ]
    },
    {
        use super::appointment::moving::*;
        list![
            SEND_AGAIN ASKED_LATER NOTHING TWICE SAME_OPERATOR AWAY NAMES_ANOTHER
        ]
    },
    {
        use super::assessment::coherence::*;
        list![
            TOO_YOUNG JOB_OF_A_CHILD SEARCH_OF_A_CHILD BORN_ABROAD OTHER_CITIZENSHIP JOB_ON_RECORD
            INSURED_WITHOUT_JOB EMPLOYED_THEN FIRST_JOB_THEN EMPLOYED_NEVER_WORKED NO_POSITION
            OTHER_PROVINCE CHANGED_SINCE_DID
        ]
    },
    {
        use super::assessment::interview::*;
        list![
            NO_QUESTIONNAIRE ANSWERS_TO_WHAT UNKNOWN_QUESTIONNAIRE NOT_OF_THAT_DAY
            UNKNOWN_QUESTION UNKNOWN_CHOICE OTHER_KIND OFF_SCALE NOT_ANSWERED NO_DEPTH_REASON
            NO_EMPLOYABILITY EMPLOYABILITY_SCALE EMPLOYABILITY_UNASKED CONTRADICTION CARRIED
        ]
    },
    {
        use super::appointment::proof::*;
        list![
            NOT_GRADE OTHER_CONTACT ATTESTED REMINDER PATRONATO PAD_FIRST MIATTIVO
        ]
    },
    {
        use super::assessment::rules::*;
        list![
            NO_DATE FUTURE BEFORE_DID NO_PATH_REASON NO_REASON_TO_DEPART DEPARTS VALID
            INDEX_INCOMPLETE INDEX_MODEL INDEX_SCALE INDEX_ENDS INDEX_FUTURE INDEX_STALE
            NO_OPEN_DID NO_JUDGEMENT NO_PATH UNKNOWN_PATH PATH_ENDED NO_SECTOR
        ]
    },
    {
        use super::assessment::versions::*;
        list![
            BEFORE_LAST SAME_AGAIN
        ]
    },
    {
        use super::calendar::rules::*;
        list![
            SPANS NEVER_OPEN SLOT PERIOD DAY CLOSED_WHY WITHDRAWN BOOKED BACK
        ]
    },
    {
        use super::conditionality::rules::*;
        list![
            WANTS_APPOINTMENT NOT_ABSENT NOT_REFUSED WANTS_OFFER WRONG_LINK OTHERS
            TWICE OTHER_BENEFIT NO_DID DEAD NO_DAY NOT_NOW FUTURE BEFORE EFFECT_BEFORE
            APPLIED_ALREADY PROPOSED NOTHING_PROPOSED NO_CONSEQUENCE NO_DAYS
            TOTALS WAYS_DIFFER NOT_PROVED PROOF_AWAITED TERM_RUNS RUNS_FROM NOT_SENT ADOPT_DUE
            NO_APPEAL_NOTICE APPEAL_LATE NO_BENEFIT GROUNDS NO_ACT HOUSEHOLD ADI_AGAIN
            REPORT_TERM NO_REASON LATE NO_DOCUMENT IMPEDED NOT_FOR_OFFERS OFFER_LATE ONLY_OFFERS
            MAY_BE_HEARD NOT_TOLD OPINION_AWAITED DIAGNOSIS OFFER_BAND OFFER_CONDITION
            NOT_CONGRUOUS CONGRUOUS_UNKNOWN REASON_CAME SUPPLEMENT ONLY_SUSPENDS DID_STAYS DID_TO_RESTORE
        ]
    },
    {
        use super::did::rules::*;
        list![
            NOT_FOR_WORK NOT_FOR_MEASURES NO_STATEMENT CONTRADICTION NO_ACK_SUSPENSION
            NO_ACK_LOSS NO_PROMOTER APPLICATION_IS_DID NO_INSURANCE NO_INPS_REFERENCE
            NO_INPS_DATE INPS_DATE_DIFFERS INPS_DID_OPEN DID_OPEN DID_OPEN_THEN
            SAME_NATIONAL_ID NATIONAL_ID_PENDING NATIONAL_ID_EMPTY NO_PROFILING NO_ANSWER
            UNKNOWN_ANSWER TOO_MUCH NEVER_WORKED_MONTHS NEVER_WORKED_POSITION
            ALONE_WITH_CHILDREN MINORS_WITHOUT_CHILDREN UNDER_16 NO_GUARDIAN NO_DATE FUTURE
            PAST TOO_OLD NO_PERMIT PERMIT_INCOMPLETE PERMIT_NO_WORK PERMIT_EXPIRED AT_RISK
            NO_LAST_DAY NO_NOTICE_DATE BEFORE_NOTICE LAST_DAY_BEFORE_NOTICE STARTS
            SELF_DECLARED COMPETENCE TAKE_CHARGE YEAR_UNKNOWN EMPLOYEE_INCOME
            SELF_EMPLOYED_INCOME INACTIVE_VAT COLLABORATION OVER_LIMIT NO_CONSERVATION
            NO_INCOME NEGATIVE_INCOME NO_INCOME_YEAR CONSERVED SUSPENDED_UNTIL NOT_YET_181
            NOT_SUSPENDED RESUMES TOO_LONG_TO_RESUME OTHER_LOSS_DAY NEXT_SPELL
            SELF_EMPLOYMENT_ENDS BAD_REASON NO_ACT NO_ANNUL_REASON TWO_MONTHS TWO_MONTHS_RUN
            SENIORITY_RESTARTS NEW_AT_ONCE NOT_NOW EVENT_FUTURE EVENT_BEFORE_DID
            EVENT_BEFORE_LAST FOLLOWS FOLLOWED NOTHING_FOLLOWS DAYS_TO_SUSPEND DAYS_TO_COUNT
            NO_JOB_KNOWN OVER_BEFORE_DID LOSS_PROPOSED SELF_EMPLOYMENT_PROPOSED STARTS_LATER
            INCOME_UNKNOWN END_PASSED INCOME_AGAIN UNDER_NOT_SUSPENDED OVER_NOT_CONSERVED
            NOTHING_DECLARED OTHER_JOB_RUNS NO_OTHER_JOB FLAG_ALREADY NO_SETTLE_REASON
            PERIOD_CROSSED PERIOD_OUTSIDE PERIOD_WITHOUT_JOB PERIOD_WITH_JOB PERIOD_ALREADY
            NOT_SETTLED SENIORITY_CHANGES PACT_FOLLOWS SENIORITY_THEN BENEFIT_THEN
        ]
    },
    {
        use super::employment::rules::*;
        list![
            NO_EMPLOYER NO_START HOURS START_TOO_OLD START_TOO_FAR START_TO_COME
            END_BEFORE_START END_TO_COME SAME_CO SAME_JOB OVERLAP NO_CO CO_FUTURE
            OVER_ALREADY WITHDRAWN NO_REASON NOTHING NO_INCOME_COUNTS DOES_NOT_COUNT
            COLLABORATION_BETWEEN INCOME_OUTSIDE INCOME_FUTURE ASK_AGAIN TOGETHER
        ]
    },
    {
        use super::document::rules::*;
        list![
            ONCE DIGEST FILE PACT NOT_NOW MISSING STRANGE PROTOCOL_NUMBER PROTOCOL_FUTURE
            PROTOCOL_EARLY PROTOCOL_ONCE PROTOCOL_TWICE HANDED_PSP HANDED_WHEN HANDED_TO
        ]
    },
    {
        use super::edit::rules::*;
        list![
            STALE NO_SUCH_FIELD BAD_VALUE
        ]
    },
    {
        use super::history::rules::*;
        list![
            UNKNOWN NOBODYS LATER UNDONE ISSUED ANOTHERS EARLIER_DAY
        ]
    },
    {
        use super::fiscal_code::rules::*;
        list![
            EMPTY CHARACTER LENGTH WANTS_LETTER WANTS_DIGIT WANTS_ZERO MONTH DAY DATE
            CHECK_CHARACTER CHECK_DIGIT ZEROS SURNAME NAME BIRTH_DATE SEX BIRTH_PLACE
            PLACE_UNKNOWN PLACE_DATES PROVISIONAL
        ]
    },
    {
        use super::machine::*;
        list![SUPERVISOR]
    },
    {
        use super::miattivo::rules::*;
        list![
            MISSING NO_INPS_DATE NO_BENEFIT INPS_FUTURE TOO_EARLY LATE NOT_LISTED HISTORY
            ONLY_SERVICES ACTIVATION QUEUE ORDER TARGETED HELPED FUTURE NOT_YET
            RUNNING NO_STEP EVIDENCE SURVIVOR
        ]
    },
    {
        use super::pad::rules::*;
        list![
            AGENCIES ATTENDS IN_DRAFT SFL_AGENCIES CONVENE NO_CONSENT PREVAIL COPY SOCIAL PSP_BY PRESENT
            NOT_OBLIGED SFL_ORDER CONFIRM EXTEND SIGN_BY NO_SANCTION NO_BENEFIT RUNNING
            NO_STEP FUTURE ORDER OTHER_BENEFIT NOT_OVER NO_AGENCY NO_CONTACT NO_PACT
        ]
    },
    {
        use super::office_row::rules::*;
        list![
            NO_SUCH_CODE CODE_SHAPE NO_SUCH_COLUMN COLUMN_MISSING BAD_VALUE NO_DAY
            ODD_DAY END_FIRST OVERLAP NO_EFFECT NO_REASON WITHDRAWN PAST NATIONAL OPEN
            NO_ALT
        ]
    },
    {
        use super::placement::rules::*;
        list![
            CATEGORY NOTE REFERENCE FIGURE DEAD NOT_NOW FUTURE BEFORE
            RECEIVED_ALREADY BACK_OFFICE NOT_CHECKED WHOM OUTPUT PERCENT OWN_PROOF
            NOT_UNEMPLOYED STATUS_ENDED NO_STATUS_NEEDED AGE OTHER_LIST HERE_ALREADY NO_REPORT DOCUMENTS_RUN
            RECEIPT FINAL_TERM FINAL_PAST OBSTACLES OBSERVE_BY NOT_RECEIVED TEN_DAYS
            OBSERVED_LATE TERM_STOPS TERM_RESUMES ANSWERS NO_POINTS NOT_DUE NO_REVISION REVISION
            OLD_REPORT
        ]
    },
    {
        use super::psp::rows::*;
        list![
            TOO_LONG CONTROL UNKNOWN_CODE PERIOD EMPTY_ROW
        ]
    },
    {
        use super::psp::rules::*;
        list![
            NO_DID OFFICER PROFILE SEARCH SEARCH_TIMING FREQUENCY CONTACT_MODE PROOF
            INITIATIVES TRAINING OFFERS ADDRESS CHANNEL WORKING_DAYS NOTICE SECTORS
            OBJECTIVE MEASURES CONFIRM_PAST GUARDIAN PERSON OFFICE IDENTITY NO_ASSESSMENT
            SECOND_PACT IN_PROGRAMME FOLLOWS_DID DRAFT_WAITS SECOND_DRAFT NOT_IN_FORCE FROZEN SIGNED_ALREADY SIGNED_TWICE
            NOT_SIGNED NO_STEP REASON NUMBER NO_APPOINTMENT
        ]
    },
    {
        use super::registrant::gone::*;
        list![
            DEAD ABROAD
        ]
    },
    {
        use super::registrant::rules::*;
        list![
            SURNAME NAME BIRTH_DATE BIRTH_FUTURE BIRTH_LONG_AGO SEX CITIZENSHIP UNKNOWN_CODE
            TOO_LONG CONTROL ODD_DATE DOUBLE EMAIL_UNVERIFIED EMAIL_SHAPE DOCUMENT_EXPIRED
            NO_CONTACT NOTICE_FUTURE
        ]
    },
    {
        use super::signing::rules::*;
        list![
            SCOPE MEANS ACCESS APART BROWSER SIUL_USER ORDER QUALIFIED ORDER_FIRMALOM SPID FORMAT SENDER
            ADDRESS ON_VIDEO OTHER_REGION NAME_ONLY FUTURE BEFORE NOT_NOW NOTHING OTHER_STEP NEEDED OPEN
            DIGEST IN_CHANNEL
        ]
    },
    {
        use super::office::rules::*;
        list![
            CODE USERNAME NAME ALREADY TAKEN LAST_ADMINISTRATOR ONESELF DISABLED ENABLED
        ]
    },
    {
        use super::restriction::rules::*;
        list![
            ALREADY DAY RESTRICTED AGAINST NOT_TOLD LIFTED NO_REASON
        ]
    },
    {
        use super::permission::*;
        list![
            NOT_PERMITTED KEPT_BY_ADMINISTRATORS
        ]
    },
];

/// Every rule with everything it says, by number. A rule with two sentences
/// comes twice.
#[must_use]
pub fn all() -> Vec<&'static Rule> {
    let mut all: Vec<&Rule> = AREAS.iter().copied().flatten().copied().collect();
    all.sort_by_key(|rule| (order(rule.id), rule.level));
    all
}

/// The rules of a number.
#[must_use]
pub fn of(id: &str) -> Vec<&'static Rule> {
    all().into_iter().filter(|rule| rule.id == id).collect()
}

/// `R-DID-9` comes before `R-DID-16`.
fn order(id: &str) -> (&str, u32) {
    let (area, number) = id.rsplit_once('-').unwrap_or((id, ""));
    (area, number.parse().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// The names of the rules declared in a file or folder.
    fn declared(path: &Path, names: &mut Vec<String>) {
        if path.is_dir() {
            for entry in std::fs::read_dir(path).unwrap() {
                declared(&entry.unwrap().path(), names);
            }
            return;
        }
        for line in std::fs::read_to_string(path).unwrap().lines() {
            let declared =
                line.trim().strip_prefix("pub const ").and_then(|rest| rest.split_once(": Rule ="));
            names.extend(declared.map(|(name, _)| name.to_owned()));
        }
    }

    fn is_name(c: char) -> bool {
        c.is_ascii_alphanumeric() || c == '_'
    }

    #[test]
    fn every_rule_declared_in_the_domain_is_listed() {
        let mut names = Vec::new();
        let domain = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain");
        declared(&domain, &mut names);
        let here = include_str!("rulebook.rs");
        let missing: Vec<_> = names
            .iter()
            .filter(|name| !here.split(|c| !is_name(c)).any(|word| word == name.as_str()))
            .collect();
        assert!(missing.is_empty(), "not in the rulebook: {missing:?}");
        assert_eq!(all().len(), names.len(), "some rule of one name in two areas is not listed");
    }

    #[test]
    fn no_rule_is_declared_outside_the_domain() {
        fn declares(text: &str) -> bool {
            text.split("#[cfg(test)]").next().is_some_and(|code| code.contains(": Rule ="))
        }
        fn look(path: &Path, found: &mut Vec<String>) {
            if path.is_dir() {
                std::fs::read_dir(path).unwrap().for_each(|entry| look(&entry.unwrap().path(), found));
            } else if declares(&std::fs::read_to_string(path).unwrap()) {
                found.push(path.display().to_string());
            }
        }
        let mut found = Vec::new();
        for floor in ["desk", "documents", "tables", "cli"] {
            look(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(floor), &mut found);
        }
        assert!(found.is_empty(), "the guide cannot list them: {found:?}");
    }

    #[test]
    fn rules_stand_by_number_and_say_where_they_come_from() {
        let all = all();
        assert!(all.is_sorted_by_key(|rule| (order(rule.id), rule.level)));
        assert!(all.iter().all(|rule| rule.id.starts_with("R-") && !rule.reference.is_empty()));
        assert_eq!(of("R-DID-16").first().map(|rule| rule.id), Some("R-DID-16"));
    }
}
