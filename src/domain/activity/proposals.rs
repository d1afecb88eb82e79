//! The LEP rows that follow from acts of the person and are not logged yet.

use chrono::NaiveDate;

use super::{Activity, ActivityState, SapChoice, SourceAct};
use crate::domain::assessment::Assessment;
use crate::domain::did::{Did, DidState};
use crate::domain::ids::PspVersionId;
use crate::domain::placement::TargetedApplication;
use crate::domain::psp::PspVersion;

/// A row that one key on LE01 confirms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The act.
    pub source: SourceAct,
    /// LEP code.
    pub lep: &'static str,
    /// Its SAP code, where one is attested.
    pub sap: SapChoice,
    /// Day of the act.
    pub date: NaiveDate,
    /// The version signed, for LEP D.
    pub psp_version: Option<PspVersionId>,
}

impl SourceAct {
    /// The LEP the act is.
    #[must_use]
    pub fn lep(self) -> &'static str {
        match self {
            Self::Did => "B",
            Self::Assessment => "C",
            Self::Psp => "D",
            Self::Targeted => "M1",
        }
    }

    /// The code: attested for M1 alone (R-LEP-1); none is for B, C, D, and a
    /// candidate is chosen by hand.
    #[must_use]
    pub fn sap(self) -> SapChoice {
        match self {
            Self::Did | Self::Assessment | Self::Psp => SapChoice::NotAttested,
            Self::Targeted => SapChoice::Attested("A01".to_owned()),
        }
    }
}

/// The rows proposed by the acts of one person, oldest first. Each act is
/// confirmed once: an activity with that source takes the act of its own day,
/// or the oldest one left.
#[must_use]
pub fn proposals(
    dids: &[Did],
    assessments: &[Assessment],
    versions: &[PspVersion],
    targeted: &[TargetedApplication],
    activities: &[Activity],
) -> Vec<Proposal> {
    let act = |source: SourceAct, date, psp_version| Proposal {
        source,
        lep: source.lep(),
        sap: source.sap(),
        date,
        psp_version,
    };
    let given = dids.iter().filter(|did| did.state != DidState::Annulled);
    let mut open: Vec<Proposal> = given.map(|did| act(SourceAct::Did, did.date, None)).collect();
    open.extend(assessments.iter().map(|a| act(SourceAct::Assessment, a.date, None)));
    open.extend(targeted.iter().map(|a| act(SourceAct::Targeted, a.presented_on, None)));
    open.extend(versions.iter().filter_map(|version| {
        let signed = version.person_signed_at?.max(version.operator_signed_at?);
        Some(act(SourceAct::Psp, signed.date(), Some(version.id)))
    }));
    open.sort_by_key(|p| (p.date, p.lep));

    let logged = |a: &&Activity| a.source.is_some() && a.state != ActivityState::Cancelled;
    let (mut later, mut taken) = (Vec::new(), |source, day: Option<NaiveDate>| {
        let found = open.iter().position(|p| p.source == source && day.is_none_or(|day| p.date == day));
        found.map(|index| open.remove(index)).is_some()
    });
    for activity in activities.iter().filter(logged) {
        if let Some(source) = activity.source
            && !taken(source, Some(activity.date))
        {
            later.push(source);
        }
    }
    for source in later {
        taken(source, None);
    }
    open
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, d).unwrap()
    }

    fn leps(open: &[Proposal]) -> Vec<(&'static str, NaiveDate)> {
        open.iter().map(|p| (p.lep, p.date)).collect()
    }

    fn logged(source: SourceAct, date: NaiveDate) -> Activity {
        Activity { source: Some(source), date, state: ActivityState::Concluded, ..Activity::default() }
    }

    #[test]
    fn each_act_is_proposed_until_it_is_logged() {
        let dids = [Did { date: day(12), ..Did::default() }];
        let assessments = [
            Assessment { date: day(23), ..Assessment::default() },
            Assessment { date: day(24), ..Assessment::default() },
        ];
        let signed = Some(day(24).and_hms_opt(9, 0, 0).unwrap());
        let version =
            PspVersion { person_signed_at: signed, operator_signed_at: signed, ..PspVersion::default() };
        let draft = PspVersion { person_signed_at: signed, ..PspVersion::default() };
        let versions = [version, draft];
        let open = |activities: &[Activity]| proposals(&dids, &assessments, &versions, &[], activities);
        assert_eq!(leps(&open(&[])), [("B", day(12)), ("C", day(23)), ("C", day(24)), ("D", day(24))]);
        let one = [logged(SourceAct::Assessment, day(24)), logged(SourceAct::Did, day(20))];
        assert_eq!(leps(&open(&one)), [("C", day(23)), ("D", day(24))], "its own day, else the oldest");
    }

    #[test]
    fn an_application_for_targeted_placement_proposes_its_attested_code() {
        let asked = [TargetedApplication { presented_on: day(12), ..TargetedApplication::default() }];
        let open = proposals(&[], &[], &[], &asked, &[]);
        assert_eq!(leps(&open), [("M1", day(12))]);
        assert_eq!(open[0].sap, SapChoice::Attested("A01".into()), "R-LEP-1");
        assert!(proposals(&[], &[], &[], &asked, &[logged(SourceAct::Targeted, day(12))]).is_empty());
    }

    #[test]
    fn what_is_annulled_proposes_nothing_and_what_is_cancelled_frees_its_act() {
        let annulled = [Did { state: DidState::Annulled, ..Did::default() }];
        assert!(proposals(&annulled, &[], &[], &[], &[]).is_empty());
        let dids = [Did { date: day(12), ..Did::default() }];
        let cancelled = Activity { state: ActivityState::Cancelled, ..logged(SourceAct::Did, day(12)) };
        assert_eq!(proposals(&dids, &[], &[], &[], &[cancelled]).len(), 1);
    }
}
