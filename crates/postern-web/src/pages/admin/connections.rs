//! `/admin/connections`: what of the house answers. Gates and when they were asked last, places that are written to with
//! their receipts, what is read beside, addresses that do not arrive, and the texts that the mail servers need.

pub mod snippets;

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use postern_core::command::CommandKind;
use postern_core::effect::Point;
use postern_core::gate::GateKind;
use postern_engine::connections::{Connections, GateState, PointState};
use postern_engine::ports::AtlasDatabase;
use postern_engine::sending::MailLogState;
use postern_text::key;

use self::snippets::Snippet;
use super::page_error::PageError;
use super::receipts::ReceiptLine;
use super::session::Admin;
use super::shell::{Place, Shell};
use crate::pages::{Safe, Tell};

#[derive(Template)]
#[template(path = "admin/connections.html")]
struct Page {
    shell: Shell,
    lede: String,
    gates: Vec<GateRow>,
    points: Vec<PointRow>,
    reads: Vec<Read>,
    addresses: Vec<AddressNote>,
    snippets: Vec<Snippet>,
}

/// A gate.
struct GateRow {
    name: String,
    state: State,
    listen: Vec<String>,
    /// When somebody asked last, HTML; or that nobody did, or what is missing without the gate.
    asked: String,
}

/// A place that is written to.
struct PointRow {
    name: String,
    state: State,
    path: Vec<String>,
    /// What was answered last, or what is missing without it.
    last: ReceiptLine,
    /// When that was, HTML; empty where nothing was.
    at: String,
    /// When it was in force before a failure.
    before: Option<String>,
    waiting: String,
}

/// Something that is read beside.
struct Read {
    state: State,
    text: String,
    problem: Option<String>,
}

/// What is wrong with clients' addresses.
struct AddressNote {
    case: String,
    rest: String,
}

/// The mark before a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// It answers.
    Fine,
    /// Nothing is known against it, and nothing for it.
    Quiet,
    /// Somebody should look.
    Bad,
    /// There is none.
    Absent,
}

/// `GET /admin/connections`
pub async fn show(admin: Admin) -> Result<Response, PageError> {
    admin.may(CommandKind::ReadSite)?;
    let connections = admin.engine.connections().await.map_err(PageError::unread(&admin))?;
    let shell = Shell::new(&admin, Some(Place::Connections), admin.words.t(key::ADMIN_NAV_CONNECTIONS));
    let site = admin.engine.site();
    let gates: Vec<GateRow> =
        connections.gates.iter().map(|gate| gate_row(&shell, gate, &connections)).collect();
    let points: Vec<PointRow> =
        connections.points.iter().map(|point| point_row(&admin, &shell, point)).collect();
    let reads = reads(&admin, &shell, &connections);
    let addresses = addresses(&admin, &shell);
    let states = gates.iter().map(|row| row.state).chain(points.iter().map(|row| row.state));
    let states = states.chain(reads.iter().map(|row| row.state));
    let bad = states.filter(|state| *state == State::Bad).count() + addresses.len();
    let lede = match bad {
        0 => admin.words.t(key::CONNECTIONS_LEDE_OK),
        _ => admin.words.say(key::CONNECTIONS_LEDE_BAD, &[("count", bad.into())]),
    };
    let snippets = snippets::of(&site.connections, site.names.default_domain.as_deref());
    let page = Page { shell, lede, gates, points, reads, addresses, snippets };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

fn gate_row(shell: &Shell, gate: &GateState, connections: &Connections) -> GateRow {
    let name = shell.words.gate(gate.kind);
    let Some(settings) = &gate.settings else {
        let missing = match gate.kind {
            GateKind::AuthPolicy => key::CLI_CONFIG_NO_AUTH_POLICY,
            GateKind::PostfixPolicy => key::CLI_CONFIG_NO_POLICY,
            GateKind::Milter => key::CLI_CONFIG_NO_MILTER,
            GateKind::MailLog => key::CONNECTIONS_LOG_NONE,
        };
        let asked = Safe(&shell.t(missing)).to_string();
        return GateRow { name, state: State::Absent, listen: Vec::new(), asked };
    };
    let proxied = settings
        .proxied
        .iter()
        .map(|listen| shell.words.tell(key::CONNECTIONS_PROXIED, &[("listen", listen.into())]));
    let listen = settings.listen.iter().cloned().chain(proxied).collect();
    let is_unreadable = gate.kind == GateKind::MailLog && connections.mail_log == MailLogState::Unreadable;
    let (state, asked) = match &gate.last_asked {
        _ if is_unreadable => (State::Bad, Safe(&shell.t(key::CLI_HEALTH_MAIL_LOG_UNREADABLE)).to_string()),
        Some(at) => (State::Fine, shell.time_ago(at)),
        None => {
            let never = match gate.kind {
                GateKind::MailLog => key::CONNECTIONS_NEVER_TOLD,
                GateKind::AuthPolicy | GateKind::PostfixPolicy | GateKind::Milter => key::CONNECTIONS_NEVER,
            };
            let since = shell.when(connections.since);
            let never = shell.words.tell(never, &[("since", (&since).into())]);
            (State::Quiet, Safe(&never).to_string())
        }
    };
    GateRow { name, state, listen, asked }
}

fn point_row(admin: &Admin, shell: &Shell, point: &PointState) -> PointRow {
    let name = shell.words.point(point.point);
    let nothing = |state, text: String| PointRow {
        name: name.clone(),
        state,
        path: Vec::new(),
        last: ReceiptLine { is_done: state != State::Bad, text },
        at: String::new(),
        before: None,
        waiting: String::new(),
    };
    if !point.is_configured {
        let missing = match point.point {
            Point::Gates | Point::DovecotFiles => key::CLI_CONFIG_NO_DOVECOT,
            Point::PostfixMap => key::CLI_CONFIG_NO_POSTFIX,
            Point::MailQueue => key::CLI_CONFIG_NO_QUEUE,
            Point::MailSessions => key::CONFIG_NO_DOVEADM,
            Point::AdminMail | Point::OwnerMail => key::CLI_CONFIG_NO_NOTIFY,
        };
        return nothing(State::Absent, shell.t(missing));
    }
    let row = match (&point.last, &point.at_start) {
        (Some(last), _) => PointRow {
            last: shell.receipt(last),
            at: shell.time_ago(&last.at),
            ..nothing(if point.is_failing() { State::Bad } else { State::Fine }, String::new())
        },
        (None, Some(start)) => {
            let when = shell.when(start.at);
            match &start.problem {
                None => nothing(
                    State::Fine,
                    shell.words.tell(key::CONNECTIONS_START_DONE, &[("when", (&when).into())]),
                ),
                Some(message) => {
                    let arguments = [("when", (&when).into()), ("message", message.into())];
                    nothing(State::Bad, shell.words.tell(key::CONNECTIONS_START_FAILED, &arguments))
                }
            }
        }
        (None, None) => nothing(State::Quiet, shell.t(key::CONNECTIONS_NO_RECEIPT)),
    };
    let before = point.last_done.as_ref().filter(|_| point.is_failing()).map(|done| {
        let when = shell.when(done.at);
        shell.words.tell(key::CONNECTIONS_LAST_DONE, &[("when", (&when).into())])
    });
    let waiting = shell.number(point.waiting as u64);
    PointRow { path: paths(admin, point.point), before, waiting, ..row }
}

/// Where a point is, as the configuration says it.
fn paths(admin: &Admin, point: Point) -> Vec<String> {
    let settings = &admin.engine.site().connections;
    match point {
        Point::DovecotFiles => {
            let files = settings.dovecot_files.clone();
            files.map_or_else(Vec::new, |(users, deny)| vec![users, deny])
        }
        Point::PostfixMap => settings.postfix_map.clone().into_iter().collect(),
        Point::AdminMail | Point::OwnerMail => settings.relay.clone().into_iter().collect(),
        Point::MailSessions => settings.doveadm.clone().into_iter().collect(),
        Point::Gates | Point::MailQueue => Vec::new(),
    }
}

fn reads(admin: &Admin, shell: &Shell, connections: &Connections) -> Vec<Read> {
    let read = |state, text| Read { state, text, problem: None };
    let mut reads: Vec<Read> = connections.databases.iter().map(|database| places(shell, database)).collect();
    if reads.is_empty() {
        reads.push(read(State::Absent, shell.t(key::CONNECTIONS_PLACES_NONE)));
    }
    reads.push(match &admin.engine.site().connections.breached_file {
        None => read(State::Absent, shell.t(key::CONNECTIONS_BREACHED_NONE)),
        Some(path) => {
            read(State::Fine, shell.words.tell(key::CONNECTIONS_BREACHED, &[("path", path.into())]))
        }
    });
    reads
}

fn places(shell: &Shell, database: &AtlasDatabase) -> Read {
    let role = ("role", database.role.into());
    let problem = database
        .problem
        .as_ref()
        .map(|problem| shell.words.tell(key::CLI_HEALTH_PLACES_PROBLEM, &[("problem", problem.into())]));
    let text = match database.built {
        Some(built) => {
            shell.words.tell(key::CLI_HEALTH_PLACES, &[role, ("built", (&shell.when(built)).into())])
        }
        None => shell.words.tell(key::CLI_HEALTH_PLACES_NONE, &[role]),
    };
    Read { state: if problem.is_some() { State::Bad } else { State::Fine }, text, problem }
}

fn addresses(admin: &Admin, shell: &Shell) -> Vec<AddressNote> {
    let seen = |count: u64, last| {
        let last = shell.when(last);
        shell.words.tell(key::ADDRESS_COUNT, &[("count", count.into()), ("last", (&last).into())])
    };
    let mut notes: Vec<AddressNote> = admin
        .engine
        .arrival_problems()
        .iter()
        .map(|problem| {
            let address = problem.address.map(|address| address.to_string()).unwrap_or_default();
            let said = shell.words.address_fault(problem.fault, problem.is_over_smtp, &address);
            let parts = [Some(said.advice), said.effect, Some(seen(problem.count, problem.last))];
            let rest: Vec<String> = parts.into_iter().flatten().collect();
            AddressNote { case: said.case, rest: rest.join(" ") }
        })
        .collect();
    notes.extend(admin.engine.pins_without_address().map(|pins| AddressNote {
        case: shell.t(key::ADDRESS_PINS_WITHOUT),
        rest: seen(pins.count, pins.last),
    }));
    notes
}
