//! A server of sample pages, each under the strict policy of ours.

use std::collections::HashMap;

use anyhow::Result;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// As our pages have it, with scripts of ours.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/// A page that has nothing wrong.
pub fn page(body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Sample</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">\
         <link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"/style.css\"><script src=\"/script.js\"></script></head><body><main><h1>Sample</h1>{body}</main></body></html>"
    )
}

/// Serves `pages` by their paths until the test ends; gives the address, without a slash at the end.
pub async fn serve(pages: &[(&str, String)]) -> Result<String> {
    let pages: HashMap<String, String> =
        pages.iter().map(|(path, text)| ((*path).to_owned(), text.clone())).collect();
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let url = format!("http://localhost:{}", listener.local_addr()?.port());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let pages = pages.clone();
            tokio::spawn(async move { answer(stream, &pages).await });
        }
    });
    Ok(url)
}

/// One request, of which only the first line, the language and the cookies matter.
async fn answer(mut stream: TcpStream, pages: &HashMap<String, String>) -> Result<()> {
    let mut request = vec![0; 16_384];
    let length = stream.read(&mut request).await?;
    let request = String::from_utf8_lossy(&request[..length]).into_owned();
    let path = request.split(' ').nth(1).unwrap_or_default().split('?').next().unwrap_or_default();
    let header = |name: &str| {
        let found = request.lines().find(|line| line.to_lowercase().starts_with(name));
        found.and_then(|line| line.split_once(": ")).map_or("none", |(_, value)| value)
    };
    let kind = match path.rsplit('.').next() {
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        _ => "text/html",
    };
    let (status, kind, text) = match pages.get(path) {
        Some(text) => (200, kind, text.clone()),
        None if path == "/style.css" || path == "/script.js" => (200, kind, String::new()),
        None if path == "/echo" => {
            let body = format!("<p>language {}, cookie {}</p>", header("accept-language"), header("cookie"));
            (200, "text/html", page(&body))
        }
        None => (404, "text/html", page("<p>nothing here</p>")),
    };
    let answer = format!(
        "HTTP/1.1 {status} OK\r\nContent-Type: {kind}\r\nContent-Security-Policy: {POLICY}\r\n\
         Connection: close\r\nContent-Length: {}\r\n\r\n{text}",
        text.len()
    );
    Ok(stream.write_all(answer.as_bytes()).await?)
}
