//! What the running server was configured with, as far as a page may show it: the file, and the values of its keys. No secret
//! is among them: whoever fills this leaves out keys of programs and what they open.

/// The configuration in print.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Configured {
    /// The file; none where the program was configured by itself.
    pub file: Option<String>,
    /// Keys of the file as it names them, with what holds; a key without a value is left out.
    pub values: Vec<(&'static str, Vec<String>)>,
    /// People and history are made up: this is the demonstration.
    pub is_sample: bool,
}
