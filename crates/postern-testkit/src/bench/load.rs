//! The generator: one thread, one epoll, prepared requests, one in flight on each connection, as Postfix and
//! Dovecot do it. It must stay cheaper than what it measures, so it has no async runtime; and two loads side by side
//! share the thread, or each would wait for its turn on the generator's CPU.

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
use super::mails;
use super::question::Question;
use super::requests::{Requests, Visit};

/// Longest reply that is read. Ours are below 600 bytes with their HTTP head.
const REPLY_BYTES_MAX: usize = 4 * 1024;

/// Pauses of the processor between two looks that find nothing: about 1 us.
const PAUSES_BETWEEN_LOOKS: usize = 32;

/// Answers to a flood that are read before the measured load has its turn again: some 20 us of the generator's.
const FLOOD_ANSWERS_AT_ONCE: usize = 4;

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
    let mut generator = Generator::connect(plan, door, Requests::new(plan.question))?;
    generator.ask_until(now() + plan.warm_up, keys)?;
    generator.seen = Round::default();
    let cpu_before = server.cpu_ns()?;
    let started = now();
    generator.ask_until(started + plan.measured, keys)?;
    Ok(generator.round(started, (server.cpu_ns()? - cpu_before) as f64 / 1e9))
}

/// The same while strangers flood the door over `flood_connections` of their own, at `flood_pace` in questions.
/// Measured from the flood's first question to its last answer, so `plan.measured` is not looked at. Answers
/// the round of the plan and the flood's; the server's CPU time is in both the whole.
///
/// # Errors
/// When the server closes a connection or is gone.
pub fn run_beside_flood(
    plan: Plan,
    (flood_connections, flood_pace): (usize, Pace),
    strangers: u32,
    door: &Door,
    server: &Server,
    keys: &mut KeySequence,
) -> anyhow::Result<(Round, Round)> {
    let flood_plan =
        Plan { question: Question::SignIn, connections: flood_connections, pace: flood_pace, ..plan };
    let mut flood = Generator::connect(flood_plan, door, Requests::of_strangers())?;
    flood.visits_left = strangers;
    flood.events = Vec::with_capacity(FLOOD_ANSWERS_AT_ONCE);
    let mut flooding = KeySequence::each_from(0);
    let mut generator = Generator::connect(plan, door, Requests::new(plan.question))?;
    generator.ask_until(now() + plan.warm_up, keys)?;
    generator.seen = Round::default();
    let cpu_before = server.cpu_ns()?;
    let started = now();
    generator.due = started;
    flood.due = started;
    while !flood.is_over() || !generator.is_idle() {
        let time = now();
        if !flood.is_over() {
            generator.send_what_is_due(time, keys)?;
        }
        let is_any = generator.read_answers()?;
        flood.send_what_is_due(time, &mut flooding)?;
        if !flood.read_answers()? && !is_any {
            pause();
        }
    }
    let cpu_s = (server.cpu_ns()? - cpu_before) as f64 / 1e9;
    Ok((generator.round(started, cpu_s), flood.round(started, cpu_s)))
}

/// Asking again at once would fight with the server for the epoll's own lock.
fn pause() {
    (0..PAUSES_BETWEEN_LOOKS).for_each(|_| std::hint::spin_loop());
}

/// Asks one question about `account` and waits for its answer; `true` if it was let through. For start-up times.
///
/// # Errors
/// When nobody answers.
pub fn ask_once(question: Question, door: &Door, account: u32) -> anyhow::Result<bool> {
    let mut socket = Socket::open(door, question)?;
    let mut requests = Requests::new(question);
    let mut visit = requests.visit(account);
    socket.write_all(requests.next(&mut visit).context("a visit has a first request")?)?;
    Ok(question.is_yes(&socket.wait_for_reply(question)?))
}

struct Generator {
    plan: Plan,
    epoll: rustix::fd::OwnedFd,
    connections: Vec<Connection>,
    /// Connections with nothing in flight.
    free: VecDeque<usize>,
    requests: Requests,
    /// Connections that have nothing more to ask.
    done: usize,
    /// Visits that may still begin.
    visits_left: u32,
    /// Open pace: when the next request is due.
    due: Instant,
    /// As many answers are read at once as it has room for.
    events: Vec<epoll::Event>,
    seen: Round,
}

struct Connection {
    socket: Socket,
    reply: Vec<u8>,
    sent: Instant,
    visit: Visit,
}

impl Generator {
    fn connect(plan: Plan, door: &Door, requests: Requests) -> anyhow::Result<Self> {
        let epoll = epoll::create(epoll::CreateFlags::CLOEXEC).context("make an epoll")?;
        let mut connections = Vec::new();
        for number in 0..plan.connections {
            let socket = Socket::open(door, plan.question)?;
            socket.never_wait()?;
            let data = epoll::EventData::new_u64(number as u64);
            epoll::add(&epoll, &socket, data, epoll::EventFlags::IN).context("watch a connection")?;
            let reply = Vec::with_capacity(REPLY_BYTES_MAX);
            connections.push(Connection { socket, reply, sent: now(), visit: Visit::over() });
        }
        let free = (0..plan.connections).collect();
        let events = Vec::with_capacity(plan.connections);
        let (done, visits_left, due, seen) = (0, u32::MAX, now(), Round::default());
        Ok(Self { plan, epoll, connections, free, requests, done, visits_left, due, events, seen })
    }

    /// Nothing is in flight.
    fn is_idle(&self) -> bool {
        self.free.len() + self.done == self.connections.len()
    }

    /// The last request of the last visit is answered.
    fn is_over(&self) -> bool {
        self.done == self.connections.len()
    }

    /// What was seen since `started`.
    fn round(&mut self, started: Instant, server_cpu_s: f64) -> Round {
        let mut round = std::mem::take(&mut self.seen);
        round.wall_s = started.elapsed().as_secs_f64();
        round.server_cpu_s = server_cpu_s;
        round.latencies_ns.sort_unstable();
        round
    }

    /// Asks until `end`, then waits for what is in flight.
    fn ask_until(&mut self, end: Instant, keys: &mut KeySequence) -> anyhow::Result<()> {
        self.due = now();
        loop {
            let time = now();
            if time < end {
                self.send_what_is_due(time, keys)?;
            } else if self.is_idle() {
                return Ok(());
            }
            if !self.read_answers()? {
                pause();
            }
        }
    }

    /// Reads what was answered; `false` when nothing was.
    ///
    /// Never sleeps. A generator that sleeps has to be woken by the answer, which is an interrupt to its processor
    /// (1 us and more of a virtual machine's time), part of the latency, and paid by the server: by the slower of two
    /// servers more often than by the faster, whose generator is never idle.
    fn read_answers(&mut self) -> anyhow::Result<bool> {
        let mut events = std::mem::take(&mut self.events);
        events.clear();
        let at_once = Timespec { tv_sec: 0, tv_nsec: 0 };
        epoll::wait(&self.epoll, rustix::buffer::spare_capacity(&mut events), Some(&at_once))
            .context("wait for answers")?;
        for event in &events {
            self.read(event.data.u64() as usize)?;
        }
        let is_any = !events.is_empty();
        self.events = events;
        Ok(is_any)
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
                if self.visits_left == 0 {
                    self.done += 1;
                    continue;
                }
                self.visits_left -= 1;
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
        let is_yes = self.plan.question.is_yes(&connection.reply[..end]);
        connection.visit.answered(is_yes);
        connection.reply.clear();
        if self.plan.question.is_counted_whole() {
            if is_yes && let Some(step) = self.requests.next(&mut connection.visit) {
                return connection.socket.write_all(step).context("send the next step");
            }
            connection.visit = Visit::over();
        }
        let nanoseconds = connection.sent.elapsed().as_nanos();
        self.seen.latencies_ns.push(u32::try_from(nanoseconds).unwrap_or(u32::MAX));
        self.seen.answered += 1;
        self.seen.yes += u64::from(is_yes);
        self.free.push_back(number);
        Ok(())
    }
}

enum Socket {
    Tcp(TcpStream),
    Unix(UnixStream),
}

impl Socket {
    /// Connects, and says what is said once on a connection.
    fn open(door: &Door, question: Question) -> anyhow::Result<Self> {
        let mut socket = match door {
            Door::Tcp(address) => {
                let stream = TcpStream::connect(address).context("connect")?;
                stream.set_nodelay(true)?;
                Self::Tcp(stream)
            }
            Door::Unix(path) => Self::Unix(UnixStream::connect(path).context("connect")?),
        };
        match question {
            Question::Policy | Question::SignIn => {}
            Question::Milter => {
                socket.write_all(&mails::negotiation())?;
                socket.wait_for_reply(question).context("negotiate")?;
                socket.write_all(&mails::client())?;
            }
        }
        Ok(socket)
    }

    /// Reads the next reply, while reads still wait.
    fn wait_for_reply(&mut self, question: Question) -> anyhow::Result<Vec<u8>> {
        let mut reply = Vec::new();
        let mut buffer = [0; REPLY_BYTES_MAX];
        while question.reply_end(&reply).is_none() {
            match self.read(&mut buffer)? {
                0 => bail!("the server closed the connection"),
                read => reply.extend_from_slice(&buffer[..read]),
            }
        }
        Ok(reply)
    }

    fn never_wait(&self) -> std::io::Result<()> {
        match self {
            Self::Tcp(stream) => stream.set_nonblocking(true),
            Self::Unix(stream) => stream.set_nonblocking(true),
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

#[cfg(test)]
mod tests;
