//! One question to a printer over HTTP: a `POST`, one answer, the end.
//!
//! Not a library's: the answer must be small and come in time whatever is at
//! the other end, and CUPS may listen on a socket of the file system only.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
#[cfg(unix)]
use std::os::unix::net::UnixStream;
#[cfg(unix)]
use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

/// Who is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Server {
    /// Over the network, or this computer's own.
    Tcp {
        /// Name or number.
        host: String,
        /// Port.
        port: u16,
    },
    /// A socket of the file system.
    #[cfg(unix)]
    Socket(PathBuf),
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// No computer has this name.
    Unknown,
    /// It is there and lets nobody in, or there is no way to it.
    Refused,
    /// Nothing came in time.
    Silent,
    /// It began and stopped.
    Cut,
    /// What came is no HTTP, or too much.
    Garbage,
    /// It answered with this status instead.
    Status(u16),
}

/// Answers of printers are some kilobytes; what is longer is not read.
const MOST: usize = 512 * 1024;
/// How much is written between two looks at the clock.
const PIECE: usize = 64 * 1024;

/// Sends a request and reads its answer, all of it before `whole` is over.
///
/// # Errors
/// Why there is none.
pub fn post(
    server: &Server,
    path: &str,
    parts: &[&[u8]],
    connect: Duration,
    whole: Duration,
) -> Result<Vec<u8>, Broken> {
    let end = Instant::now() + whole;
    let mut link = Link::open(server, connect.min(whole))?;
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let host = match server {
        Server::Tcp { host, port } if host.contains(':') => format!("[{host}]:{port}"),
        Server::Tcp { host, port } => format!("{host}:{port}"),
        #[cfg(unix)]
        Server::Socket(_) => "localhost".to_owned(),
    };
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: Sportello\r\nContent-Type: application/ipp\r\n\
         Accept: application/ipp\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    let sent = std::iter::once(head.as_bytes())
        .chain(parts.iter().copied())
        .flat_map(|part| part.chunks(PIECE))
        .try_for_each(|piece| link.write(piece, end));
    match sent {
        Ok(()) => link.read(end),
        // It may have refused before it had read all: then it said why.
        Err(Broken::Cut) => link.read(end).map_err(|_| Broken::Cut),
        Err(broken) => Err(broken),
    }
}

enum Link {
    Tcp(TcpStream),
    #[cfg(unix)]
    Socket(UnixStream),
}

impl Link {
    fn open(server: &Server, within: Duration) -> Result<Self, Broken> {
        match server {
            Server::Tcp { host, port } => {
                let end = Instant::now() + within;
                let mut why = Broken::Unknown;
                for address in resolve(host, *port, within)? {
                    let left = left(end)?;
                    match TcpStream::connect_timeout(&address, left) {
                        Ok(stream) => return Ok(Self::Tcp(stream)),
                        Err(error) if timed_out(error.kind()) => why = Broken::Silent,
                        Err(_) => why = Broken::Refused,
                    }
                }
                Err(why)
            }
            #[cfg(unix)]
            Server::Socket(path) => UnixStream::connect(path).map(Self::Socket).map_err(|_| Broken::Refused),
        }
    }

    fn limit(&self, left: Duration) -> Result<(), Broken> {
        let set = match self {
            Self::Tcp(stream) => {
                stream.set_read_timeout(Some(left)).and_then(|()| stream.set_write_timeout(Some(left)))
            }
            #[cfg(unix)]
            Self::Socket(stream) => {
                stream.set_read_timeout(Some(left)).and_then(|()| stream.set_write_timeout(Some(left)))
            }
        };
        set.map_err(|_| Broken::Cut)
    }

    fn write(&mut self, piece: &[u8], end: Instant) -> Result<(), Broken> {
        self.limit(left(end)?)?;
        let written = match self {
            Self::Tcp(stream) => stream.write_all(piece),
            #[cfg(unix)]
            Self::Socket(stream) => stream.write_all(piece),
        };
        written.map_err(|error| if timed_out(error.kind()) { Broken::Silent } else { Broken::Cut })
    }

    fn read(&mut self, end: Instant) -> Result<Vec<u8>, Broken> {
        let mut got = Vec::new();
        let mut room = vec![0; 16 * 1024];
        loop {
            self.limit(left(end)?)?;
            let count = match self {
                Self::Tcp(stream) => stream.read(&mut room),
                #[cfg(unix)]
                Self::Socket(stream) => stream.read(&mut room),
            };
            match count {
                Ok(0) => return answer(&got, true).unwrap_or(Err(Broken::Cut)),
                Ok(count) => got.extend_from_slice(&room[..count]),
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) if timed_out(error.kind()) => return Err(Broken::Silent),
                Err(_) => return answer(&got, true).unwrap_or(Err(Broken::Cut)),
            }
            if let Some(answer) = answer(&got, false) {
                return answer;
            }
            if got.len() > MOST {
                return Err(Broken::Garbage);
            }
        }
    }
}

fn left(end: Instant) -> Result<Duration, Broken> {
    let left = end.saturating_duration_since(Instant::now());
    if left.is_zero() { Err(Broken::Silent) } else { Ok(left) }
}

fn timed_out(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::TimedOut | ErrorKind::WouldBlock)
}

/// The system looks names up for as long as it likes: on a thread of its own.
fn resolve(host: &str, port: u16, within: Duration) -> Result<Vec<SocketAddr>, Broken> {
    let (to, found) = channel();
    let host = host.to_owned();
    std::thread::spawn(move || {
        let addresses = (host.as_str(), port).to_socket_addrs().map(Iterator::collect::<Vec<_>>);
        // Nobody waits any more: the name took too long.
        let _ = to.send(addresses);
    });
    match found.recv_timeout(within) {
        Ok(Ok(addresses)) => Ok(addresses),
        Ok(Err(_)) => Err(Broken::Unknown),
        Err(_) => Err(Broken::Silent),
    }
}

/// The body of the answer, once it is all there; `ended`: no more will come.
fn answer(got: &[u8], ended: bool) -> Option<Result<Vec<u8>, Broken>> {
    let mut rest = got;
    loop {
        if !rest.starts_with(&b"HTTP/1."[..rest.len().min(7)]) {
            return Some(Err(Broken::Garbage));
        }
        let Some(at) = rest.windows(4).position(|four| four == b"\r\n\r\n") else {
            return ended.then_some(Err(Broken::Cut));
        };
        let head = String::from_utf8_lossy(&rest[..at]).to_ascii_lowercase();
        let body = &rest[at + 4..];
        let Some(status) = head.split(' ').nth(1).and_then(|code| code.get(..3)?.parse::<u16>().ok()) else {
            return Some(Err(Broken::Garbage));
        };
        match status {
            // "Go on": the answer comes after it.
            100..=199 => rest = body,
            200..=299 => return whole(&head, body, ended),
            other => return Some(Err(Broken::Status(other))),
        }
    }
}

fn whole(head: &str, body: &[u8], ended: bool) -> Option<Result<Vec<u8>, Broken>> {
    let field = |name: &str| {
        head.lines()
            .find_map(|line| line.split_once(':').filter(|(known, _)| *known == name))
            .map(|(_, value)| value.trim())
    };
    if field("transfer-encoding").is_some_and(|how| how.contains("chunked")) {
        return match chunks(body) {
            Some(answer) => Some(answer),
            None => ended.then_some(Err(Broken::Cut)),
        };
    }
    match field("content-length").map(str::parse::<usize>) {
        Some(Ok(length)) if length > MOST => Some(Err(Broken::Garbage)),
        Some(Ok(length)) if body.len() >= length => Some(Ok(body[..length].to_vec())),
        Some(Ok(_)) => ended.then_some(Err(Broken::Cut)),
        Some(Err(_)) => Some(Err(Broken::Garbage)),
        None => ended.then(|| Ok(body.to_vec())),
    }
}

/// The body of an answer that has ended.
pub fn body(got: &[u8]) -> Option<Vec<u8>> {
    answer(got, true)?.ok()
}

/// Puts the chunks together (RFC 9112, §7.1); nothing while the last is not
/// there.
fn chunks(mut body: &[u8]) -> Option<Result<Vec<u8>, Broken>> {
    let mut all = Vec::new();
    loop {
        let at = body.windows(2).position(|two| two == b"\r\n")?;
        let size = String::from_utf8_lossy(&body[..at]);
        let size = size.split(';').next().unwrap_or_default().trim();
        let Some(size) = usize::from_str_radix(size, 16).ok().filter(|size| *size <= MOST) else {
            return Some(Err(Broken::Garbage));
        };
        if size == 0 {
            return Some(Ok(all));
        }
        let chunk = body.get(at + 2..at + 2 + size)?;
        all.extend_from_slice(chunk);
        body = body.get(at + 4 + size..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_however_it_is_cut() {
        let head = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\n";
        let sized = format!("{head}Content-Length: 4\r\n\r\nabcd");
        let chunked = format!("{head}Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n1\r\nd\r\n0\r\n\r\n");
        let bare = format!("{head}\r\nabcd");
        for (text, closes) in [(&sized, false), (&chunked, false), (&bare, true)] {
            for cut in 0..text.len() {
                let early = answer(&text.as_bytes()[..cut], false);
                assert!(early.is_none() || early == Some(Ok(b"abcd".to_vec())), "{cut}: {early:?}");
            }
            assert_eq!(answer(text.as_bytes(), closes), Some(Ok(b"abcd".to_vec())), "{text}");
        }
        for cut in 0..sized.len() - 1 {
            assert_eq!(answer(&sized.as_bytes()[..cut], true), Some(Err(Broken::Cut)), "{cut}");
        }
    }

    #[test]
    fn what_is_no_answer_is_told_apart() {
        for (text, why) in [
            ("\0\u{1}garbage", Broken::Garbage),
            ("SSH-2.0-OpenSSH\r\n", Broken::Garbage),
            ("HTTP/1.1 abc\r\n\r\n", Broken::Garbage),
            ("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\n\r\n", Broken::Status(401)),
            ("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n", Broken::Garbage),
            ("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", Broken::Garbage),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", Broken::Garbage),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n", Broken::Garbage),
        ] {
            assert_eq!(answer(text.as_bytes(), false), Some(Err(why)), "{text}");
        }
    }
}
