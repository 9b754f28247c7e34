//! A world whose pages a browser on this machine can reach: the configured public address is the one at which they are.
//!
//! It is `http://localhost:<port>`, which browsers treat as they treat HTTPS: `__Host-` cookies are kept and passkeys
//! work. The listener trusts 127.0.0.1 as a proxy, so that a test says with `X-Forwarded-For` where its reader is.

use anyhow::Result;
use postern_web::public::Limits;

use crate::servers::ports::Port;
use crate::web_client::Web;
use crate::world::World;

/// The world and its pages. Dropping it stops both.
pub struct WebSite {
    /// The world.
    pub world: World,
    /// Its public listener.
    pub web: Web,
    /// Where it is: `http://localhost:<port>`, without a slash at the end.
    pub url: String,
    _port: Port,
}

impl WebSite {
    /// A new world with an empty store.
    pub async fn start() -> Result<Self> {
        let port = Port::free()?;
        let url = format!("http://localhost:{}", port.number());
        let world = World::start_with_pages_at(&url).await?;
        let web = Web::at(port.address(), &world.engine, &["127.0.0.1"], Limits::default()).await?;
        Ok(Self { world, web, url, _port: port })
    }
}
