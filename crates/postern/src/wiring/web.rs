//! The sockets of the web listener, with the certificate where they speak HTTPS.

use std::sync::Arc;

use anyhow::Result;
use postern_web::public::Listener;
use postern_web::public::tls::Certificate;

use super::make_folder_of;
use crate::config::Web;
use crate::config::listen::Listen;

/// Every socket that the configuration names, open.
pub(super) async fn web_listeners(web: &Web) -> Result<Vec<(&Listen, Listener)>> {
    let certificate = match &web.tls {
        Some((chain, key)) => Some(Arc::new(Certificate::read(chain, key)?)),
        None => None,
    };
    let mut listeners = Vec::with_capacity(web.listen.len());
    for listen in &web.listen {
        let listener = match listen {
            Listen::Tcp(address) => {
                let listener = Listener::tcp(*address).await?;
                match &certificate {
                    Some(certificate) => listener.with_certificate(certificate.clone()),
                    None => listener,
                }
            }
            Listen::Unix(path) => {
                make_folder_of(path)?;
                Listener::unix(path).await?
            }
        };
        listeners.push((listen, listener));
    }
    Ok(listeners)
}
