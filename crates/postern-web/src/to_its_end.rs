//! What changes something goes on when its asker hangs up. A server drops the handler of a connection that is gone,
//! and a handler dropped between the store and memory would leave the two apart: a token revoked on disk that still
//! opens the door, a debit that ended with its connection (reliability A4). Reads are dropped: nobody waits for them.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::api::v1::error::ApiError;

/// Runs whatever is no read apart from its connection.
pub(crate) async fn to_its_end(request: Request, next: Next) -> Response {
    if request.method().is_safe() {
        return next.run(request).await;
    }
    let apart = tokio::spawn(async move { next.run(request).await });
    apart.await.unwrap_or_else(|error| ApiError::internal(&error).into_response())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use axum::Router;
    use axum::routing::any;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::{TcpListener, TcpStream};
    use tokio::sync::{Notify, mpsc};

    use super::*;

    /// Says what becomes of the handler.
    struct Told(mpsc::UnboundedSender<&'static str>, &'static str);

    impl Drop for Told {
        fn drop(&mut self) {
            let _nobody_listens = self.0.send(self.1);
        }
    }

    /// What became of a handler whose asker hung up while it was at work.
    async fn after_a_hang_up(method: &str) -> Option<&'static str> {
        let (told, mut tale) = mpsc::unbounded_channel();
        let go_on = Arc::new(Notify::new());
        let at_work = go_on.clone();
        let handler = move || async move {
            let mut end = Told(told.clone(), "dropped");
            let _nobody_listens = told.send("begun");
            at_work.notified().await;
            end.1 = "done";
        };
        let routes = Router::new().route("/", any(handler)).layer(axum::middleware::from_fn(to_its_end));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("its address");
        let server = tokio::spawn(async move { axum::serve(listener, routes).await });
        let mut asker = TcpStream::connect(address).await.expect("the server answers");
        let request = format!("{method} / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
        asker.write_all(request.as_bytes()).await.expect("it is read");
        assert_eq!(tale.recv().await, Some("begun"));
        asker.shutdown().await.expect("it hangs up");
        // The server has closed the connection, and with it dropped what belonged to it.
        assert_eq!(asker.read(&mut [0; 1]).await.expect("the end"), 0);
        go_on.notify_one();
        let end = tale.recv().await;
        server.abort();
        end
    }

    #[tokio::test]
    async fn what_changes_something_is_done_although_its_asker_hung_up() {
        for method in ["POST", "PATCH", "PUT", "DELETE"] {
            assert_eq!(after_a_hang_up(method).await, Some("done"), "{method}");
        }
    }

    #[tokio::test]
    async fn a_read_that_nobody_waits_for_is_dropped() {
        assert_eq!(after_a_hang_up("GET").await, Some("dropped"));
    }
}
