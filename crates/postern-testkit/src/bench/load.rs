//! The generator: one thread, one epoll, prepared requests, one in flight on each connection, as Postfix and
//! Dovecot do it. It must stay cheaper than what it measures, so it has no async runtime.

use std::collections::VecDeque;
use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use rustix::event::{Timespec, epoll};

use super::child::{Server, now};
use super::keys::KeySequence;
use super::requests::{Question, Requests, Visit};

/// Longest reply that is read. Ours are below 600 bytes with their HTTP head.
const REPLY_BYTES_MAX: usize = 4 * 1024;

/// Pauses of the processor between two looks that find nothing: about 1 us.
const PAUSES_BETWEEN_LOOKS: usize = 32;

/// When requests are sent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pace {
    /// The next one as soon as the last is answered: what the server can do.
    Closed,
    /// So many a second whatever the answers do, each counted from when it was due: what a client feels.
    Open {
        /// Requests in a second.
        per_s: u32,
    },
}

/// One measurement.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// What is asked.
    pub question: Question,
    /// How many connections.
    pub connections: usize,
    /// When requests are sent.
    pub pace: Pace,
    /// Not measured.
    pub warm_up: Duration,
    /// Measured.
    pub measured: Duration,
}

/// What one measurement saw.
#[derive(Clone, Debug, Default)]
pub struct Round {
    /// Requests answered in the measured time.
    pub answered: u64,
    /// Of these, how many were let through.
    pub yes: u64,
    /// The measured time, in seconds.
    pub wall_s: f64,
    /// The server's CPU time in it, in seconds.
    pub server_cpu_s: f64,
    /// Nanoseconds from sending (or from being due) to the whole answer, sorted.
    pub latencies_ns: Vec<u32>,
}

/// Where to ask.
#[derive(Clone, Debug)]
pub enum Door {
    /// A TCP address.
    Tcp(SocketAddr),
    /// A Unix socket.
    Unix(PathBuf),
}

/// Asks at `door` as planned, reading `server`'s CPU time around the measured part.
///
/// # Errors
/// When the server closes a connection or is gone.
pub fn run(plan: Plan, door: &Door, server: &Server, keys: &mut KeySequence) -> anyhow::Result<Round> {
    let mut generator = Generator::connect(plan, door, keys)?;
    generator.ask_until(now() + plan.warm_up, keys)?;
    generator.seen = Round::default();
    let cpu_before = server.cpu_ns()?;
    let started = now();
    generator.ask_until(started + plan.measured, keys)?;
    let mut round = std::mem::take(&mut generator.seen);
    round.wall_s = started.elapsed().as_secs_f64();
    round.server_cpu_s = (server.cpu_ns()? - cpu_before) as f64 / 1e9;
    round.latencies_ns.sort_unstable();
    Ok(round)
}

/// Asks one question about `account` and waits for its answer; `true` if it was let through. For start-up times.
///
/// # Errors
/// When nobody answers.
pub fn ask_once(question: Question, door: &Door, account: u32) -> anyhow::Result<bool> {
    let mut socket = Socket::connect(door, false)?;
    let mut requests = Requests::new(question);
    let mut visit = requests.visit(account);
    socket.write_all(requests.next(&mut visit).context("a visit has a first request")?)?;
    let mut reply = Vec::new();
    let mut buffer = [0; REPLY_BYTES_MAX];
    while question.reply_end(&reply).is_none() {
        match socket.read(&mut buffer)? {
            0 => bail!("the server closed the connection"),
            read => reply.extend_from_slice(&buffer[..read]),
        }
    }
    Ok(question.is_yes(&reply))
}

struct Generator {
    plan: Plan,
    epoll: rustix::fd::OwnedFd,
    connections: Vec<Connection>,
    /// Connections with nothing in flight.
    free: VecDeque<usize>,
    requests: Requests,
    /// Open pace: when the next request is due.
    due: Instant,
    seen: Round,
}

struct Connection {
    socket: Socket,
    reply: Vec<u8>,
    sent: Instant,
    visit: Visit,
}

impl Generator {
    fn connect(plan: Plan, door: &Door, keys: &mut KeySequence) -> anyhow::Result<Self> {
        let mut requests = Requests::new(plan.question);
        let epoll = epoll::create(epoll::CreateFlags::CLOEXEC).context("make an epoll")?;
        let mut connections = Vec::new();
        for number in 0..plan.connections {
            let socket = Socket::connect(door, true)?;
            let data = epoll::EventData::new_u64(number as u64);
            epoll::add(&epoll, &socket, data, epoll::EventFlags::IN).context("watch a connection")?;
            let reply = Vec::with_capacity(REPLY_BYTES_MAX);
            connections.push(Connection { socket, reply, sent: now(), visit: requests.visit(keys.draw()) });
        }
        let free = (0..plan.connections).collect();
        Ok(Self { plan, epoll, connections, free, requests, due: now(), seen: Round::default() })
    }

    /// Asks until `end`, then waits for what is in flight.
    fn ask_until(&mut self, end: Instant, keys: &mut KeySequence) -> anyhow::Result<()> {
        let mut events = Vec::with_capacity(self.connections.len());
        self.due = now();
        loop {
            let time = now();
            if time < end {
                self.send_what_is_due(time, keys)?;
            } else if self.free.len() == self.connections.len() {
                return Ok(());
            }
            events.clear();
            // Looks all the time. A generator that sleeps has to be woken by the answer, which is an interrupt to its
            // processor (1 us and more of a virtual machine's time), part of the latency, and paid by the server: by
            // the slower of two servers more often than by the faster, whose generator is never idle.
            let at_once = Timespec { tv_sec: 0, tv_nsec: 0 };
            epoll::wait(&self.epoll, rustix::buffer::spare_capacity(&mut events), Some(&at_once))
                .context("wait for answers")?;
            if events.is_empty() {
                // Asking again at once would fight with the server for the epoll's own lock.
                (0..PAUSES_BETWEEN_LOOKS).for_each(|_| std::hint::spin_loop());
            }
            for event in &events {
                self.read(event.data.u64() as usize)?;
            }
        }
    }

    fn send_what_is_due(&mut self, time: Instant, keys: &mut KeySequence) -> anyhow::Result<()> {
        while let Some(&number) = self.free.front() {
            let sent = match self.plan.pace {
                Pace::Closed => time,
                Pace::Open { per_s } => {
                    if self.due > time {
                        return Ok(());
                    }
                    let due = self.due;
                    self.due += Duration::from_secs(1) / per_s;
                    due
                }
            };
            self.free.pop_front();
            let connection = &mut self.connections[number];
            connection.sent = sent;
            if connection.visit.is_over(&self.requests) {
                connection.visit = self.requests.visit(keys.draw());
            }
            let request = self.requests.next(&mut connection.visit).context("a visit that is not over")?;
            connection.socket.write_all(request).context("send a request")?;
        }
        Ok(())
    }

    fn read(&mut self, number: usize) -> anyhow::Result<()> {
        let connection = &mut self.connections[number];
        let mut buffer = [0; REPLY_BYTES_MAX];
        match connection.socket.read(&mut buffer) {
            Ok(0) => bail!("the server closed a connection"),
            Ok(read) => connection.reply.extend_from_slice(&buffer[..read]),
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
            Err(error) => return Err(error).context("read an answer"),
        }
        let Some(end) = self.plan.question.reply_end(&connection.reply) else { return Ok(()) };
        let nanoseconds = connection.sent.elapsed().as_nanos();
        self.seen.latencies_ns.push(u32::try_from(nanoseconds).unwrap_or(u32::MAX));
        self.seen.answered += 1;
        self.seen.yes += u64::from(self.plan.question.is_yes(&connection.reply[..end]));
        connection.reply.clear();
        self.free.push_back(number);
        Ok(())
    }
}

enum Socket {
    Tcp(TcpStream),
    Unix(UnixStream),
}

impl Socket {
    fn connect(door: &Door, nonblocking: bool) -> anyhow::Result<Self> {
        match door {
            Door::Tcp(address) => {
                let stream = TcpStream::connect(address).context("connect")?;
                stream.set_nodelay(true)?;
                stream.set_nonblocking(nonblocking)?;
                Ok(Self::Tcp(stream))
            }
            Door::Unix(path) => {
                let stream = UnixStream::connect(path).context("connect")?;
                stream.set_nonblocking(nonblocking)?;
                Ok(Self::Unix(stream))
            }
        }
    }

    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        match self {
            Self::Tcp(stream) => stream.read(buffer),
            Self::Unix(stream) => stream.read(buffer),
        }
    }

    /// A request is far smaller than a socket's buffer and only one is in flight, so it never blocks.
    fn write_all(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        match self {
            Self::Tcp(stream) => stream.write_all(bytes),
            Self::Unix(stream) => stream.write_all(bytes),
        }
    }
}

impl AsFd for Socket {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Tcp(stream) => stream.as_fd(),
            Self::Unix(stream) => stream.as_fd(),
        }
    }
}
