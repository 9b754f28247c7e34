//! Where a list goes on: an opaque cursor, and the address of the next page as a link. A cursor is a place in the order
//! of the list, not a number of rows, so that what is added or taken away meanwhile neither repeats a row nor hides one.

use axum::http::Uri;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use postern_engine::Engine;

use super::PREFIX;
use super::error::ApiError;
use crate::pages::admin::shell::root_of;

/// The query's parameter.
const PARAMETER: &str = "cursor";

/// Reads a cursor back with what reads a place.
pub(super) fn read<T>(
    cursor: Option<&str>,
    place: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>, ApiError> {
    let Some(cursor) = cursor else { return Ok(None) };
    let text = URL_SAFE_NO_PAD.decode(cursor).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let place = text.as_deref().and_then(place);
    let unknown = || ApiError::bad_request("cursor is none that an earlier page gave").in_query(PARAMETER);
    place.map(Some).ok_or_else(unknown)
}

/// The address of the page that begins after `place`: the same as `this`, with another cursor.
pub(super) fn link(engine: &Engine, this: &Uri, place: &str) -> String {
    let kept = this.query().unwrap_or_default().split('&');
    let kept = kept.filter(|pair| !pair.is_empty() && pair.split('=').next() != Some(PARAMETER));
    let mut pairs: Vec<String> = kept.map(str::to_owned).collect();
    pairs.push(format!("{PARAMETER}={}", URL_SAFE_NO_PAD.encode(place)));
    // A layer may have taken the prefix away already.
    let path = this.path().strip_prefix(PREFIX).unwrap_or(this.path());
    format!("{}{PREFIX}{path}?{}", root_of(engine), pairs.join("&"))
}

/// The cursor of a `next`, for whoever asks page by page without following links.
pub fn cursor_in(link: &str) -> Option<&str> {
    let (_, query) = link.split_once('?')?;
    query.split('&').find_map(|pair| pair.strip_prefix("cursor="))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_back_from_its_cursor_and_nothing_else_does() {
        let cursor = URL_SAFE_NO_PAD.encode("anna@contoso.example");
        let place = |text: &str| (text != "nobody").then(|| text.to_owned());
        assert_eq!(read(Some(&cursor), place).ok().flatten().as_deref(), Some("anna@contoso.example"));
        assert!(read(None, place).is_ok_and(|place| place.is_none()));
        for wrong in ["", "anna@contoso.example", "!", &URL_SAFE_NO_PAD.encode("nobody")] {
            let found = read(Some(wrong), |text| (!text.is_empty()).then_some(()).and_then(|()| place(text)));
            assert!(found.is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_cursor_of_a_link_is_found() {
        assert_eq!(cursor_in("/api/v1/accounts?limit=2&cursor=YQ"), Some("YQ"));
        assert_eq!(cursor_in("/api/v1/accounts?limit=2"), None);
    }
}
