//! The Internet Printing Protocol (RFC 8010 and 8011), as much as a document
//! needs: what a printer is, a job, how a job is.
//!
//! Not a library's: the four requests are a page of code, and the answers of
//! whatever is at an address must be read without trusting a length in them.

use super::Patience;
use super::http::{self, Broken, Server};

/// Who is asked, and about which printer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The computer or the printer.
    pub server: Server,
    /// Where on it, `/ipp/print`.
    pub path: String,
    /// The printer, `ipp://host:631/ipp/print`; of CUPS the list of jobs,
    /// `ipp://localhost/jobs`, since a queue may go before its job does.
    pub uri: String,
    /// Are jobs asked for by an address of their own?
    pub jobs_by_uri: bool,
}

/// `Print-Job`.
const PRINT_JOB: u16 = 0x0002;
/// `Get-Job-Attributes`.
const GET_JOB: u16 = 0x0009;
/// `Get-Printer-Attributes`.
const GET_PRINTER: u16 = 0x000B;

/// `client-error-not-authenticated` and `-authorized`.
pub const NOT_ALLOWED: [u16; 3] = [0x0401, 0x0402, 0x0403];
/// `client-error-not-found` and `-gone`.
pub const NOT_FOUND: [u16; 2] = [0x0406, 0x0407];
/// `client-error-document-format-not-supported` and `-format-error`.
pub const NOT_READ: [u16; 2] = [0x040A, 0x0411];
/// `server-error-not-accepting-jobs`.
pub const NOT_ACCEPTING: u16 = 0x0506;
/// `server-error-busy`, and `-temporary-error` of printers that say it so.
pub const BUSY: [u16; 2] = [0x0507, 0x0505];

/// Delimiters and value tags.
const OPERATION: u8 = 0x01;
const JOB: u8 = 0x02;
const PRINTER: u8 = 0x04;
const END: u8 = 0x03;
const INTEGER: u8 = 0x21;
const ENUM: u8 = 0x23;
const RANGE: u8 = 0x33;
const NAME: u8 = 0x42;
const KEYWORD: u8 = 0x44;
const URI: u8 = 0x45;
const CHARSET: u8 = 0x47;
const LANGUAGE: u8 = 0x48;
const MIME: u8 = 0x49;

/// Who prints: no operator is named to a printer.
const USER: &str = "sportello";

/// What a printer says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// `printer-state`: 3 idle, 4 printing, 5 stopped.
    pub state: i32,
    /// `printer-state-reasons`.
    pub reasons: Vec<String>,
    /// Kinds of documents it takes; empty if it does not say.
    pub formats: Vec<String>,
    /// How many copies it makes of one job, at most; nothing if it does not
    /// say.
    pub copies: Option<i32>,
    /// `sides-supported`; empty if it does not say.
    pub sides: Vec<String>,
}

/// What is said of a job.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Job {
    /// `job-state`: 3 waits, 4 held, 5 printing, 6 stopped, 7 canceled,
    /// 8 aborted, 9 completed.
    pub state: i32,
    /// `job-state-reasons`, those of its printer too where CUPS tells them.
    pub reasons: Vec<String>,
}

/// Why there is no usable answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failed {
    /// None came.
    Link(Broken),
    /// It is no IPP.
    Garbage,
    /// It is a refusal: the status of IPP.
    Refused(u16),
}

/// What a document is printed with.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// `job-name`.
    pub title: &'a str,
    /// Copies of one job.
    pub copies: u8,
    /// `sides`.
    pub sides: &'a str,
    /// The document.
    pub pdf: &'a [u8],
}

impl Target {
    /// Asks what the printer is.
    ///
    /// # Errors
    /// There is no usable answer.
    pub fn about(&self, patience: &Patience) -> Result<About, Failed> {
        let wanted = [
            "printer-state",
            "printer-state-reasons",
            "document-format-supported",
            "copies-supported",
            "sides-supported",
        ];
        let mut request = Request::new(GET_PRINTER);
        request.text(URI, "printer-uri", &self.uri);
        request.text(NAME, "requesting-user-name", USER);
        request.texts(KEYWORD, "requested-attributes", &wanted);
        let answer = self.ask(request, &[], patience, false)?;
        Ok(About {
            state: answer.number(PRINTER, "printer-state").unwrap_or_default(),
            reasons: answer.texts(PRINTER, "printer-state-reasons"),
            formats: answer.texts(PRINTER, "document-format-supported"),
            copies: answer.upper(PRINTER, "copies-supported"),
            sides: answer.texts(PRINTER, "sides-supported"),
        })
    }

    /// Prints; gives the number of the job.
    ///
    /// # Errors
    /// There is no usable answer, or a refusal.
    pub fn print(&self, order: &Order<'_>, patience: &Patience) -> Result<u32, Failed> {
        let mut request = Request::new(PRINT_JOB);
        request.text(URI, "printer-uri", &self.uri);
        request.text(NAME, "requesting-user-name", USER);
        request.text(NAME, "job-name", order.title);
        request.text(MIME, "document-format", "application/pdf");
        request.group(JOB);
        request.number(INTEGER, "copies", i32::from(order.copies));
        request.text(KEYWORD, "sides", order.sides);
        request.text(KEYWORD, "media", "iso_a4_210x297mm");
        let answer = self.ask(request, order.pdf, patience, true)?;
        let job = answer.number(JOB, "job-id").ok_or(Failed::Garbage)?;
        u32::try_from(job).map_err(|_| Failed::Garbage)
    }

    /// Asks how a job is.
    ///
    /// # Errors
    /// There is no usable answer; `NOT_FOUND` when nothing is known of it.
    pub fn job(&self, number: u32, patience: &Patience) -> Result<Job, Failed> {
        let mut request = Request::new(GET_JOB);
        if self.jobs_by_uri {
            request.text(URI, "job-uri", &format!("{}/{number}", self.uri));
        } else {
            request.text(URI, "printer-uri", &self.uri);
            request.number(INTEGER, "job-id", i32::try_from(number).unwrap_or(i32::MAX));
        }
        request.text(NAME, "requesting-user-name", USER);
        let wanted = ["job-state", "job-state-reasons", "job-printer-state-reasons"];
        request.texts(KEYWORD, "requested-attributes", &wanted);
        let answer = self.ask(request, &[], patience, false)?;
        let mut reasons = answer.texts(JOB, "job-state-reasons");
        reasons.extend(answer.texts(JOB, "job-printer-state-reasons"));
        let state = answer.number(JOB, "job-state").ok_or(Failed::Garbage)?;
        Ok(Job { state, reasons })
    }

    fn ask(&self, request: Request, body: &[u8], patience: &Patience, long: bool) -> Result<Answer, Failed> {
        let whole = if long { patience.send } else { patience.answer };
        let head = request.end();
        let bytes = http::post(&self.server, &self.path, &[&head, body], patience.connect, whole);
        let answer = Answer::read(&bytes.map_err(Failed::Link)?).ok_or(Failed::Garbage)?;
        if answer.status < 0x0100 { Ok(answer) } else { Err(Failed::Refused(answer.status)) }
    }
}

/// A request being written.
struct Request(Vec<u8>);

impl Request {
    fn new(operation: u16) -> Self {
        // Version 1.1: every printer answers to it.
        let mut request = Self(vec![1, 1]);
        request.0.extend(operation.to_be_bytes());
        request.0.extend(1_u32.to_be_bytes());
        request.group(OPERATION);
        request.text(CHARSET, "attributes-charset", "utf-8");
        request.text(LANGUAGE, "attributes-natural-language", "it");
        request
    }

    fn group(&mut self, delimiter: u8) {
        self.0.push(delimiter);
    }

    fn value(&mut self, tag: u8, name: &str, value: &[u8]) {
        self.0.push(tag);
        for part in [name.as_bytes(), value] {
            // Nothing of ours comes near 65 kB; a length is never a lie.
            let part = &part[..part.len().min(1023)];
            self.0.extend(u16::try_from(part.len()).unwrap_or_default().to_be_bytes());
            self.0.extend(part);
        }
    }

    fn text(&mut self, tag: u8, name: &str, value: &str) {
        self.value(tag, name, value.as_bytes());
    }

    fn texts(&mut self, tag: u8, name: &str, values: &[&str]) {
        for (place, value) in values.iter().enumerate() {
            self.text(tag, if place == 0 { name } else { "" }, value);
        }
    }

    fn number(&mut self, tag: u8, name: &str, value: i32) {
        self.value(tag, name, &value.to_be_bytes());
    }

    fn end(mut self) -> Vec<u8> {
        self.0.push(END);
        self.0
    }
}

/// An answer: its status and its attributes, one after the other. What is
/// inside collections follows their names and is asked for by nobody.
struct Answer {
    status: u16,
    values: Vec<Value>,
}

struct Value {
    group: u8,
    name: String,
    tag: u8,
    bytes: Vec<u8>,
}

/// Is it an answer of IPP, whose values can be asked for?
pub fn is_answer(bytes: &[u8]) -> bool {
    let Some(answer) = Answer::read(bytes) else { return false };
    let names: Vec<(u8, &str)> = answer.values.iter().map(|value| (value.group, &*value.name)).collect();
    for (group, name) in names {
        let _ = (answer.number(group, name), answer.upper(group, name), answer.texts(group, name));
    }
    true
}

impl Answer {
    /// Nothing, if it is no answer of IPP.
    fn read(bytes: &[u8]) -> Option<Self> {
        let (head, mut rest) = bytes.split_at_checked(8)?;
        // Version 1 or 2, and the number of our request.
        if !(1..=2).contains(&head[0]) || head[4..] != 1_u32.to_be_bytes() {
            return None;
        }
        let mut answer = Self { status: u16::from_be_bytes([head[2], head[3]]), values: Vec::new() };
        let (mut group, mut name) = (0, String::new());
        loop {
            let (&tag, after) = rest.split_first()?;
            rest = after;
            if tag == END {
                return Some(answer);
            }
            if tag < 0x10 {
                group = tag;
                continue;
            }
            let own = piece(&mut rest)?;
            let bytes = piece(&mut rest)?.to_vec();
            // Another value of the attribute before has no name.
            if !own.is_empty() {
                name = String::from_utf8_lossy(own).into_owned();
            }
            answer.values.push(Value { group, name: name.clone(), tag, bytes });
        }
    }

    fn of(&self, group: u8, name: &str) -> impl Iterator<Item = &Value> {
        self.values.iter().filter(move |value| value.group == group && value.name == name)
    }

    fn number(&self, group: u8, name: &str) -> Option<i32> {
        let value = self.of(group, name).find(|value| [INTEGER, ENUM].contains(&value.tag))?;
        Some(i32::from_be_bytes(value.bytes.as_slice().try_into().ok()?))
    }

    /// The upper end of a range.
    fn upper(&self, group: u8, name: &str) -> Option<i32> {
        let value = self.of(group, name).find(|value| value.tag == RANGE)?;
        Some(i32::from_be_bytes(value.bytes.get(4..8)?.try_into().ok()?))
    }

    fn texts(&self, group: u8, name: &str) -> Vec<String> {
        let words = self.of(group, name).filter(|value| [KEYWORD, MIME].contains(&value.tag));
        words.map(|value| String::from_utf8_lossy(&value.bytes).into_owned()).collect()
    }
}

/// A length and what it counts.
fn piece<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, after) = rest.split_at_checked(2)?;
    let (piece, after) = after.split_at_checked(usize::from(u16::from_be_bytes([length[0], length[1]])))?;
    *rest = after;
    Some(piece)
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// An answer as a printer writes it: for the tests that play one.
    pub fn answer(status: u16, group: u8, values: &[(u8, &str, &[u8])]) -> Vec<u8> {
        let mut written = Request::new(status);
        written.group(group);
        for (tag, name, value) in values {
            written.value(*tag, name, value);
        }
        written.end()
    }

    /// What a printer says of itself.
    pub fn printer(formats: &[&str], copies: i32) -> Vec<u8> {
        let mut written = Request::new(0);
        written.group(PRINTER);
        written.number(ENUM, "printer-state", 3);
        written.text(KEYWORD, "printer-state-reasons", "none");
        written.texts(MIME, "document-format-supported", formats);
        let range: Vec<u8> = [1_i32, copies].iter().flat_map(|n| n.to_be_bytes()).collect();
        written.value(RANGE, "copies-supported", &range);
        written.end()
    }

    /// What a printer says of a job.
    pub fn job(state: i32, reasons: &[&str]) -> Vec<u8> {
        let mut written = Request::new(0);
        written.group(JOB);
        written.number(INTEGER, "job-id", 7);
        written.number(ENUM, "job-state", state);
        written.texts(KEYWORD, "job-state-reasons", reasons);
        written.end()
    }

    #[test]
    fn an_answer_is_read_and_none_is_trusted() {
        let bytes = job(6, &["job-printing", "media-empty"]);
        let read = Answer::read(&bytes).unwrap();
        assert_eq!(read.number(JOB, "job-state"), Some(6));
        assert_eq!(read.texts(JOB, "job-state-reasons"), ["job-printing", "media-empty"]);
        assert_eq!(read.number(PRINTER, "job-state"), None);
        for cut in 0..bytes.len() {
            assert!(Answer::read(&bytes[..cut]).is_none(), "cut at {cut}");
        }
        // A length that says more than there is, a number of three bytes.
        assert!(Answer::read(&[1, 1, 0, 0, 0, 0, 0, 1, 2, 0x44, 0xff, 0xff, 0, 3]).is_none());
        let odd = Answer::read(&answer(0, JOB, &[(INTEGER, "job-id", &[1, 2, 3])])).unwrap();
        assert_eq!(odd.number(JOB, "job-id"), None);
        let range = Answer::read(&printer(&["application/pdf"], 99)).unwrap();
        assert_eq!(range.upper(PRINTER, "copies-supported"), Some(99));
    }

    #[test]
    fn a_hundred_thousand_open_collections_are_no_defect() {
        let mut bytes = vec![2, 0, 0, 0, 0, 0, 0, 1, PRINTER];
        bytes.extend([0x34, 0, 0, 0, 0].repeat(100_000));
        bytes.push(END);
        assert!(Answer::read(&bytes).is_some());
    }
}
