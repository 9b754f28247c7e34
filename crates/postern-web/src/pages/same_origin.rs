//! Whether a form was on a page of ours (reliability K1). The address is compared with the configuration's, never
//! with `Host`.

use axum::http::{HeaderMap, header};
use postern_engine::Engine;

/// A browser says where a form was; what another site had it send is not ours. A client that says neither is no
/// browser that another site could use.
pub(crate) fn is_from_our_page(engine: &Engine, headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("not text"));
    let is_same_site = text("sec-fetch-site").is_none_or(|site| site == "same-origin" || site == "none");
    let origin = engine.site().public_url.as_deref().map(origin_of);
    is_same_site && text(header::ORIGIN.as_str()).is_none_or(|shown| Some(shown) == origin)
}

/// Scheme, host and port of a web address.
pub(crate) fn origin_of(url: &str) -> &str {
    let host_from = url.find("://").map_or(0, |position| position + 3);
    url[host_from..].find('/').map_or(url, |position| &url[..host_from + position])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_scheme_host_and_port() {
        assert_eq!(origin_of("https://postern.example"), "https://postern.example");
        assert_eq!(origin_of("https://postern.example:8443/mail"), "https://postern.example:8443");
    }
}
