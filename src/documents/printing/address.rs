//! The address of a network printer, as it is typed and as it is asked.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::fault::Fault;

/// Where IPP printers listen (RFC 8010, §4).
const PORT: u16 = 631;
/// Where IPP Everywhere printers take documents.
const PATH: &str = "/ipp/print";
/// Longer than any name of a computer with its path.
const LONGEST: usize = 255;

/// A printer of the network: `ipp://host:631/ipp/print`. Without encryption:
/// the document goes over the office's own network.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Address {
    host: String,
    port: u16,
    path: String,
}

impl Address {
    /// The name or the number of the printer, IPv6 without brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        self.host.trim_start_matches('[').trim_end_matches(']')
    }

    /// Its port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Where on it documents go.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ipp://{}:{}{}", self.host, self.port, self.path)
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.to_string()
    }
}

impl TryFrom<String> for Address {
    type Error = Fault;

    fn try_from(text: String) -> Result<Self, Fault> {
        text.parse()
    }
}

impl FromStr for Address {
    type Err = Fault;

    /// Reads what is typed: a name or a number alone is enough, port and path
    /// are then those every IPP printer has.
    fn from_str(typed: &str) -> Result<Self, Fault> {
        let text = typed.trim();
        let (scheme, rest) = text.split_once("://").unwrap_or(("ipp", text));
        match scheme.to_ascii_lowercase().as_str() {
            "ipp" | "http" => {}
            "ipps" | "https" => {
                return Err(Fault::usage("Le stampanti con collegamento cifrato (ipps) non si possono ancora usare.")
                    .hint("Scrivere l'indirizzo con ipp://, o aggiungere la stampante al computer e sceglierla dall'elenco."));
            }
            _ => return Err(unread()),
        }
        let (authority, path) = match rest.find('/') {
            Some(at) => rest.split_at(at),
            None => (rest, ""),
        };
        let (host, port) = host_and_port(authority).ok_or_else(unread)?;
        let path = if path.is_empty() || path == "/" { PATH } else { path };
        let plain = |c: char| c.is_ascii_graphic() && !"\"<>\\^`{|}?#".contains(c);
        if !path.chars().all(plain) {
            return Err(unread());
        }
        let whole = Self { host: host.to_ascii_lowercase(), port, path: path.to_owned() };
        // As it is written, which is longer than a name typed alone: it is read again.
        if whole.to_string().len() > LONGEST { Err(unread()) } else { Ok(whole) }
    }
}

fn host_and_port(authority: &str) -> Option<(&str, u16)> {
    let end = if authority.starts_with('[') {
        authority.find(']')? + 1
    } else {
        authority.find(':').unwrap_or(authority.len())
    };
    let (host, port) = authority.split_at(end);
    let port = match port.strip_prefix(':') {
        None if port.is_empty() => PORT,
        None => return None,
        Some(digits) => digits.parse().ok().filter(|port| *port > 0)?,
    };
    let named = host.chars().all(|c| c.is_ascii_alphanumeric() || "-._".contains(c));
    let numbered = || {
        let inner = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
        inner.is_some_and(|inner| inner.parse::<std::net::Ipv6Addr>().is_ok())
    };
    (!host.is_empty() && (named || numbered())).then_some((host, port))
}

fn unread() -> Fault {
    Fault::usage("L'indirizzo della stampante non si legge.")
        .hint("Si scrive come ipp://stampante.ufficio:631/ipp/print, o anche solo 192.168.1.20.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_read_and_written_whole() {
        for (typed, read) in [
            ("192.168.1.20", "ipp://192.168.1.20:631/ipp/print"),
            (" Stampante.Ufficio ", "ipp://stampante.ufficio:631/ipp/print"),
            ("ipp://host:8631/", "ipp://host:8631/ipp/print"),
            ("IPP://host/ipp/print/due", "ipp://host:631/ipp/print/due"),
            ("http://host:631/printers/uno", "ipp://host:631/printers/uno"),
            ("ipp://[fe80::1]:631/ipp", "ipp://[fe80::1]:631/ipp"),
        ] {
            let address: Address = typed.parse().unwrap();
            assert_eq!(address.to_string(), read);
            assert_eq!(read.parse::<Address>().unwrap(), address);
        }
        assert_eq!("[fe80::1]".parse::<Address>().unwrap().host(), "fe80::1");
    }

    #[test]
    fn what_is_no_address_is_said_with_an_example() {
        let (long, name) = (format!("ipp://host/{}", "x".repeat(300)), "x".repeat(250));
        for typed in [
            "",
            "ipp://",
            "ipp://:631",
            "host:0",
            "host:70000",
            "host:x",
            "due parole",
            "ipp://u:p@host/",
            "ipp://host/a b",
            "ipp://host/?x",
            "ipp://[fe80::1",
            "ipp://[x]/",
            "ftp://host",
            "perché",
            "host\r\nX: y",
            &long,
            &name,
        ] {
            let fault = typed.parse::<Address>().unwrap_err();
            assert!(
                fault.message.contains("non si legge") && fault.hint.contains("ipp://"),
                "{typed}: {fault}"
            );
        }
        assert!("ipps://host".parse::<Address>().unwrap_err().message.contains("cifrato"));
    }
}
