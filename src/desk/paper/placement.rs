//! The acts on an application for targeted placement (R-CM-4).

use super::{Making, lines, some};
use crate::domain::conditionality::days_after;
use crate::domain::document::DocumentKind;
use crate::domain::ids::RegistrantId;
use crate::domain::paper::{Paper, PlacementAct, PlacementPaper, Protocol};
use crate::domain::placement::terms::final_term;
use crate::domain::placement::{TargetedApplication, TargetedCard, TargetedEvent, TargetedState};
use crate::domain::registrant::Registrant;
use crate::fault::Result;

impl Making<'_, '_> {
    pub(super) fn placement(&mut self) -> Result<(Paper, RegistrantId, u32)> {
        let of: TargetedApplication = self.read.need(self.command.subject)?;
        let person: Registrant = self.read.need(of.registrant.0)?;
        let card = self.read.targeted_card(of.id)?.unwrap_or_default();
        if !self.command.kind.fits(of.state) {
            self.not_now(format_args!("la domanda è «{}»", of.state.label()));
        }
        let act = match self.command.kind {
            DocumentKind::PlacementObstacles => self.obstacles(&of, &card)?,
            DocumentKind::PlacementAccepted => self.accepted(&of),
            DocumentKind::PlacementRefused => self.refused(&of, &card),
            _ => self.receipt(&of, &card)?,
        };
        let version = self.version(person.id)?;
        let mut head = self.head(version);
        // The receipt has the number under which the application came in (R-CM-12).
        if matches!(act, PlacementAct::Receipt { .. }) && head.protocol.is_none() {
            head.protocol = some(&of.protocol).map(|number| Protocol { number, on: of.presented_on });
        }
        let paper = PlacementPaper {
            head,
            person: self.recipient(&person),
            applied_on: of.presented_on,
            officer: of.in_charge.clone(),
            act,
        };
        Ok((Paper::Placement(Box::new(paper)), person.id, version))
    }

    fn receipt(&self, of: &TargetedApplication, card: &TargetedCard) -> Result<PlacementAct> {
        let annex = self.command.placement.clone().unwrap_or_default();
        let figures = self.read.catalogue()?.parameters(of.presented_on).placement;
        let said = |list: Vec<String>| -> Vec<String> { list.iter().filter_map(|text| some(text)).collect() };
        let mut missing = said(annex.missing);
        if missing.is_empty() && of.state == TargetedState::Incomplete {
            missing = noted(card, TargetedEvent::DocumentsAsked);
        }
        let term = final_term(of, &figures);
        let days = figures.final_days.saturating_add(term.stopped_days);
        Ok(PlacementAct::Receipt {
            // While it stands still nobody knows the end: the day it would be without this
            // stop, of which the receipt says that it is one.
            final_on: Some(term.due.unwrap_or_else(|| days_after(of.presented_on, days))),
            documents: said(annex.documents),
            missing,
        })
    }

    fn obstacles(&self, of: &TargetedApplication, card: &TargetedCard) -> Result<PlacementAct> {
        let on = of.notice_sent_on.unwrap_or(self.today());
        let tables = self.read.catalogue()?;
        let placement = &tables.parameters(on).placement;
        Ok(PlacementAct::Obstacles {
            obstacles: lines(&card.grounds),
            days: placement.observation_days,
            resume_days: placement.resume_days,
            reply_email: self.office.email.clone(),
        })
    }

    fn accepted(&self, of: &TargetedApplication) -> PlacementAct {
        let typed = self.command.placement.as_ref().and_then(|annex| some(&annex.service));
        PlacementAct::Accepted {
            service: typed.unwrap_or_else(|| format!("collocamento mirato, CPI di {}", self.office.name)),
            enrolled_on: of.decided_on.unwrap_or(self.today()),
            list_number: of.list_number.clone(),
        }
    }

    fn refused(&mut self, of: &TargetedApplication, card: &TargetedCard) -> PlacementAct {
        let annex = self.command.placement.clone().unwrap_or_default();
        // Each act says to whom and by when one can appeal (L. 241/1990 art. 3 c. 4).
        self.missing("placement.appeal_to", &annex.appeal_to, "l'autorità a cui si può ricorrere");
        self.missing("placement.appeal_within", &annex.appeal_within, "il termine per ricorrere");
        let mut reasons = noted(card, TargetedEvent::Rejected);
        if reasons.is_empty() {
            reasons = lines(&card.grounds);
        }
        PlacementAct::Refused {
            reasons,
            observed_on: of.observed_on,
            answers: card.answers.clone(),
            appeal_to: annex.appeal_to.trim().to_owned(),
            appeal_within: annex.appeal_within.trim().to_owned(),
        }
    }
}

/// What was noted with the last event of that name, line by line.
fn noted(card: &TargetedCard, event: TargetedEvent) -> Vec<String> {
    card.notes.iter().rfind(|note| note.event == event).map(|note| lines(&note.text)).unwrap_or_default()
}
