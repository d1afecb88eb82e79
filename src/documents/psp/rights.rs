//! Sections 11 to 15: absences, sanctions, privacy, duration, signatures.

use chrono::{NaiveDate, NaiveDateTime};

use super::wording::{self, fill};
use super::{Writer, date};
use crate::documents::block::{Block, CellText, Marker, SignatureBox, Table, Text, Tone};
use crate::domain::paper::{BenefitPaper, PrivacyPaper, PspPaper, SigningMeans, SigningPaper};

impl Writer {
    pub(super) fn absence(&mut self) {
        self.section(11);
        self.para(wording::ABSENCE);
        self.para(wording::REASONS_LEAD);
        self.list(Marker::Bullet, wording::REASONS.iter().copied());
        self.para(wording::REFUSAL);
    }

    pub(super) fn sanctions(&mut self, benefit: &BenefitPaper) {
        self.section(12);
        match benefit {
            BenefitPaper::Unemployment { .. } => {
                let cell = |text: &str| vec![CellText { text: Text::plain(text), tone: Tone::Body }];
                self.blocks.push(Block::Table(Table {
                    head: wording::SANCTION_HEAD.iter().map(|h| (*h).to_owned()).collect(),
                    row_head: 0,
                    rows: wording::SANCTIONS
                        .iter()
                        .map(|row| row.iter().map(|t| cell(t)).collect())
                        .collect(),
                }));
                for text in wording::SANCTION_AFTER {
                    self.para(text);
                }
            }
            BenefitPaper::Inclusion { .. } => self.para(wording::SANCTION_INCLUSION),
            BenefitPaper::None => self.para(wording::SANCTION_NONE),
        }
    }

    pub(super) fn privacy(&mut self, privacy: Option<&PrivacyPaper>) {
        self.section(13);
        match privacy {
            Some(p) => {
                self.para(fill(wording::PRIVACY, &[("version", &p.version), ("date", &date(p.on))]));
            }
            None => {
                self.missing.push(wording::SECTIONS[12]);
                self.para(wording::PRIVACY_MISSING);
            }
        }
        self.para(wording::PROFILING);
    }

    /// Sections 14 and 15 stay together: nobody signs a sheet that says nothing.
    pub(super) fn duration_and_signatures(&mut self, paper: &PspPaper) {
        let from = self.blocks.len();
        self.duration(paper.confirm_by);
        self.signatures(paper);
        let together = self.blocks.split_off(from);
        self.blocks.push(Block::Together(together));
    }

    fn duration(&mut self, confirm_by: Option<NaiveDate>) {
        self.section(14);
        match confirm_by {
            Some(on) => self.para(fill(wording::DURATION_UNTIL, &[("date", &date(on))])),
            None => self.para(wording::DURATION),
        }
        self.para(wording::CHANGES);
    }

    fn signatures(&mut self, paper: &PspPaper) {
        self.section(15);
        let signing = &paper.signing;
        let on = signing.on.map_or_else(|| wording::BLANK_DATE.to_owned(), date);
        let place = self.or_missing(wording::PLACE_DATE, &signing.place);
        self.field(wording::PLACE_DATE, fill(wording::PLACE_DATE_TEXT, &[("place", &place), ("date", &on)]));
        self.field(wording::PRINTED, date(signing.printed_on));
        if !paper.annexes.is_empty() {
            self.field(wording::ANNEXES, paper.annexes.join("\n"));
        }
        if let Some(remote) = &signing.remote {
            let values = [
                ("channel", remote.channel.as_str()),
                ("date", &date(remote.sent_on)),
                ("address", &remote.sent_to),
            ];
            let mut text = fill(wording::REMOTE_SENT, &values);
            if let Some(on) = remote.returned_on {
                text.push_str(&fill(wording::REMOTE_RETURNED, &[("date", &date(on))]));
            }
            self.field(wording::REMOTE_MODE, format!("{text}."));
        }
        let mut boxes = vec![
            signature_box(wording::SIGNER_PERSON, &paper.person.full_name, signing, signing.person_at),
            signature_box(wording::SIGNER_CENTRE, &paper.operator, signing, signing.operator_at),
        ];
        self.blocks.push(Block::Signatures(boxes.clone()));
        if let Some(guardian) = &paper.person.guardian {
            boxes.truncate(1);
            boxes[0] = signature_box(wording::GUARDIAN_SIGNER, guardian, signing, signing.guardian_at);
            self.blocks.push(Block::Signatures(boxes));
        }
        if let Some(on) = signing.copy_handed_on {
            self.field(wording::COPY_HANDED, date(on));
        }
    }
}

fn signature_box(role: &str, name: &str, signing: &SigningPaper, at: Option<NaiveDateTime>) -> SignatureBox {
    let template = match signing.means {
        SigningMeans::ByHand => wording::SIGNED_BY_HAND,
        SigningMeans::Electronic => wording::SIGNED_ELECTRONIC,
    };
    let note = match (at, signing.means) {
        (Some(at), _) => {
            let hour = at.format("%H:%M").to_string();
            fill(template, &[("date", &date(at.date())), ("hour", &hour)])
        }
        (None, SigningMeans::Electronic) => wording::TO_SIGN_ELECTRONIC.to_owned(),
        (None, SigningMeans::ByHand) => String::new(),
    };
    SignatureBox { role: role.into(), name: name.into(), line: signing.means == SigningMeans::ByHand, note }
}
