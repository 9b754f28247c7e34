//! One management command: decode, one call, encode.

use hyper::StatusCode;
use hyper::body::Bytes;
use postern_wire::auth_policy::{OK, encode_failure};
use postern_wire::wforce::{
    self, ManagementError, decode_add, decode_delete, decode_key, encode_entries, encode_key_stats,
};

use super::access::Management;
use super::{Reply, json};
use crate::manages::NotManaged;

/// Why a management command was not carried out.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failed {
    #[error(transparent)]
    NotRead(#[from] ManagementError),
    #[error("{}", .0.reason)]
    NotManaged(NotManaged),
}

impl From<NotManaged> for Failed {
    fn from(not_managed: NotManaged) -> Self {
        Self::NotManaged(not_managed)
    }
}

/// The answer, and why it is a failure if it is one.
pub(super) async fn carry_out(
    management: &Management,
    command: wforce::Management,
    body: &str,
) -> (Reply, Option<Failed>) {
    match answer(management, command, body).await {
        Ok(body) => (json(body), None),
        Err(failed) => {
            let status = match &failed {
                Failed::NotRead(error) => error.http_status(),
                Failed::NotManaged(_) => 500,
            };
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (refused(status, &failed.to_string()), Some(failed))
        }
    }
}

async fn answer(management: &Management, command: wforce::Management, body: &str) -> Result<Bytes, Failed> {
    use wforce::Management as Asked;
    let Management { manages, actor, .. } = management;
    match command {
        Asked::Reset => manages.reset(actor, decode_key(body)?).await?,
        Asked::Add(list) => manages.add(actor, list, decode_add(body)?).await?,
        Asked::Delete(list) => manages.delete(actor, list, decode_delete(body)?).await?,
        Asked::GetDbStats => return Ok(encode_key_stats(&manages.key_stats(decode_key(body)?).await?)),
        Asked::Get(list) => return Ok(encode_entries(list, &manages.entries(list).await?)),
    }
    Ok(OK)
}

/// A failure with a reason of its own, in wforce's shape.
pub(super) fn refused(status: StatusCode, reason: &str) -> Reply {
    let mut reply = json(encode_failure(reason));
    *reply.status_mut() = status;
    reply
}
