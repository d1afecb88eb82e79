//! Straight to a printer of the network: what arrives is our bytes.

use super::http::Server;
use super::ipp::{self, Failed, Order, Target};
use super::watch::Progress;
use super::{Address, Choice, Handed, Means, Sheet, Sides, wording};
use crate::fault::Result;

/// Asks the printer what it is, and gives it the document: once with the
/// copies, or so many times where it counts none.
///
/// # Errors
/// Nobody is there, or it does not take it.
pub fn print(
    means: &Means,
    sheet: &Sheet<'_>,
    choice: &Choice,
    address: &Address,
    tell: &mut dyn FnMut(Progress),
) -> Result<Handed> {
    let server = Server::Tcp { host: address.host().to_owned(), port: address.port() };
    let path = address.path().to_owned();
    let at = Target { server, path, uri: address.to_string(), jobs_by_uri: false };
    let about = at.about(&means.patience).map_err(|failed| wording::refused(&failed))?;
    if !about.formats.is_empty() && !about.formats.iter().any(|format| format == "application/pdf") {
        return Err(wording::no_pdf());
    }
    let sides = choice.sides.keyword();
    let has = about.sides.is_empty() || about.sides.iter().any(|known| known == sides);
    let copies = choice.copies.count();
    let counts = about.copies.is_none_or(|most| most >= i32::from(copies));
    let (each, times) = if counts { (copies, 1) } else { (1, copies) };
    // Asked for what it has not, some printers refuse instead of doing less.
    let sides = if has { sides } else { Sides::Single.keyword() };
    let order = Order { title: sheet.title, copies: each, sides, pdf: sheet.pdf };
    let mut jobs = Vec::new();
    let mut notes: Vec<String> = (!has).then(wording::one_side).into_iter().collect();
    for _ in 0..times {
        match one(means, &at, &order, tell) {
            Ok(job) => jobs.push(job),
            // The copies it took come out: who does them all again has too many.
            Err(fault) if !jobs.is_empty() => {
                notes.push(wording::some_copies(jobs.len(), times, &fault));
                break;
            }
            Err(fault) => return Err(fault),
        }
    }
    let note = (!notes.is_empty()).then(|| notes.join("; "));
    Ok(Handed { printer: Some(address.host().to_owned()), note, jobs, at: Some(at) })
}

/// One job. A printer that is busy with another is asked again, later each
/// time.
fn one(means: &Means, at: &Target, order: &Order<'_>, tell: &mut dyn FnMut(Progress)) -> Result<u32> {
    let mut waits = means.patience.busy.iter();
    loop {
        match at.print(order, &means.patience) {
            Ok(job) => return Ok(job),
            Err(failed) => {
                let busy = matches!(failed, Failed::Refused(status) if ipp::BUSY.contains(&status));
                let Some(wait) = waits.next().filter(|_| busy) else { return Err(wording::refused(&failed)) };
                tell(Progress::Trouble(wording::busy()));
                std::thread::sleep(*wait);
            }
        }
    }
}
