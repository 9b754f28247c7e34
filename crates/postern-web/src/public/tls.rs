//! HTTPS where no proxy speaks it for us: a certificate and its key, read again when their files change. What cannot be
//! read is said in the log, and the pair from before stays in use: a half-written renewal closes no door.

use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::{self, ServerConfig};

/// Why a certificate cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CertificateError {
    /// A file is not there, or not ours to read.
    #[error("cannot read {path}")]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// It holds no PEM of this kind.
    #[error("{path} holds no {what} in PEM")]
    Pem {
        /// The file.
        path: PathBuf,
        /// `certificate` or `private key`.
        what: &'static str,
        /// Why.
        #[source]
        source: rustls_pki_types::pem::Error,
    },
    /// Certificate and key are not of one another, or of a kind that is not known.
    #[error("the certificate in {chain} and the key in {key} cannot be used together")]
    Pair {
        /// The certificate's file.
        chain: PathBuf,
        /// The key's file.
        key: PathBuf,
        /// Why.
        #[source]
        source: rustls::Error,
    },
}

/// A certificate with its key, as their files have them.
pub struct Certificate {
    chain: PathBuf,
    key: PathBuf,
    current: std::sync::Mutex<Current>,
}

struct Current {
    stamps: [Stamp; 2],
    config: Arc<ServerConfig>,
}

/// What of a file says that it is another one: inode, size, and when it was written.
type Stamp = Option<(u64, u64, i64, i64)>;

impl Certificate {
    /// Reads both files; the chain begins with our own certificate.
    pub fn read(chain: &Path, key: &Path) -> Result<Self, CertificateError> {
        let stamps = [stamp(chain), stamp(key)];
        let config = read(chain, key)?;
        let current = std::sync::Mutex::new(Current { stamps, config });
        Ok(Self { chain: chain.to_owned(), key: key.to_owned(), current })
    }

    /// What the next connection is answered with: two looks at the disk's directory, and both files read when one of
    /// them is another one.
    pub(super) fn config(&self) -> Arc<ServerConfig> {
        // Whoever panicked while holding it left the last pair in it.
        let mut current = self.current.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let stamps = [stamp(&self.chain), stamp(&self.key)];
        if stamps != current.stamps {
            current.stamps = stamps;
            match read(&self.chain, &self.key) {
                Ok(config) => {
                    current.config = config;
                    tracing::info!(file = %self.chain.display(), "web: a new certificate is in use");
                }
                Err(error) => tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "web: the certificate from before stays in use"
                ),
            }
        }
        current.config.clone()
    }
}

fn stamp(path: &Path) -> Stamp {
    let found = std::fs::metadata(path).ok()?;
    Some((found.ino(), found.size(), found.mtime(), found.mtime_nsec()))
}

fn read(chain: &Path, key: &Path) -> Result<Arc<ServerConfig>, CertificateError> {
    let bytes = |path: &Path| {
        std::fs::read(path).map_err(|source| CertificateError::Read { path: path.to_owned(), source })
    };
    let pem = |path: &Path, what| {
        let path = path.to_owned();
        move |source| CertificateError::Pem { path, what, source }
    };
    let (chain_bytes, key_bytes) = (bytes(chain)?, bytes(key)?);
    let certificates: Vec<CertificateDer<'static>> = CertificateDer::pem_slice_iter(&chain_bytes)
        .collect::<Result<_, _>>()
        .map_err(pem(chain, "certificate"))?;
    let private = PrivateKeyDer::from_pem_slice(&key_bytes).map_err(pem(key, "private key"))?;
    let pair = |source| CertificateError::Pair { chain: chain.to_owned(), key: key.to_owned(), source };
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(pair)?
        .with_no_client_auth()
        .with_single_cert(certificates, private)
        .map_err(pair)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}
