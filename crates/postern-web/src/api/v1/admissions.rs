//! The owner in a new place, for admins: a one-time link, and the devices that are remembered.

use axum::extract::{Path, State};
use postern_core::command::CommandKind;
use postern_core::device::Device;
use postern_core::refusal::Refusal;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::accounts::account_id;
use super::asker::Asking;
use super::body::{Answer, Given, Secret, ShownOnce};
use super::commands::{DoneView, ReasonBody};
use super::error::ApiError;
use super::time::When;

/// A link that was just made.
#[derive(Clone, Serialize, Deserialize, utoipa::ToSchema)]
pub struct OfferedView {
    /// What was done.
    pub done: DoneView,
    /// For the owner alone; this is the only time that it is shown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// When it ends unused.
    pub expires: When,
}

impl Secret for OfferedView {
    fn without_secret(&self) -> Self {
        Self { link: String::new(), ..self.clone() }
    }
}

/// A remembered device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct DeviceView {
    /// Its id.
    pub id: String,
    /// Its first success.
    pub since: When,
    /// When it is forgotten by itself.
    pub expires: When,
}

/// An account's remembered devices, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct DeviceList {
    /// At most [`postern_core::device::DEVICES_MAX`].
    pub devices: Vec<DeviceView>,
}

impl From<&Device> for DeviceView {
    fn from(device: &Device) -> Self {
        Self { id: device.id.to_string(), since: device.since.into(), expires: device.expires().into() }
    }
}

/// `POST /accounts/{id}/admit`
pub async fn admit(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<ReasonBody>,
) -> Result<ShownOnce<OfferedView>, ApiError> {
    let account = account_id(&id)?;
    let offered = engine.offer_admission(account, asking.because(body.reason)).await?;
    let done = DoneView::new(&account.to_string(), &offered.done);
    Ok(ShownOnce(OfferedView { done, link: offered.link, expires: offered.expires.into() }))
}

/// `GET /accounts/{id}/devices`
pub async fn devices(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
) -> Result<Answer<DeviceList>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let devices = engine.devices(account_id(&id)?).await?;
    Ok(Answer(DeviceList { devices: devices.iter().map(DeviceView::from).collect() }))
}

/// `POST /accounts/{id}/devices/{device}/forget`
pub async fn forget(
    State(engine): State<EngineState>,
    asking: Asking,
    Path((id, device)): Path<(String, String)>,
    Given(body): Given<ReasonBody>,
) -> Result<Answer<DoneView>, ApiError> {
    asking.may_tell(CommandKind::ForgetDevice)?;
    let account = account_id(&id)?;
    let device = device.parse().map_err(|_| Refusal::NoSuchDevice)?;
    let done = engine.forget_device(account, device, asking.because(body.reason)).await?;
    Ok(Answer(DoneView::new(&account.to_string(), &done)))
}
