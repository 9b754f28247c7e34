//! The document against what is committed, and against the table of routes.

use std::collections::BTreeSet;
use std::path::Path;

use super::*;

fn document() -> serde_json::Value {
    serde_json::from_str(text()).expect("our own document")
}

#[test]
fn the_document_is_as_it_was() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/openapi.json");
    if std::env::var_os("POSTERN_BLESS").is_some() {
        std::fs::write(&path, text()).expect("the page is ours");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    // Not the two whole texts: they have thousands of lines.
    let differs = kept.lines().zip(text().lines()).position(|(kept, made)| kept != made);
    assert!(kept == text(), "POSTERN_BLESS=1 writes it anew; the first line that differs: {differs:?}");
}

#[test]
fn every_route_is_in_the_document_and_every_operation_of_the_document_is_a_route() {
    let routes: BTreeSet<(String, String)> = ADMIN_ROUTES
        .iter()
        .chain(OPEN_ROUTES)
        .chain(SIGN_IN_ROUTES)
        .map(|route| (route.path.to_owned(), route.method.to_owned()))
        .collect();
    let document = document();
    let paths = document["paths"].as_object().expect("paths");
    let told = paths.iter().flat_map(|(path, item)| {
        let methods = item.as_object().expect("an item").keys();
        methods.map(|method| (path.clone(), method.clone())).collect::<Vec<_>>()
    });
    assert_eq!(told.collect::<BTreeSet<_>>(), routes);
}

#[test]
fn every_operation_has_a_name_of_its_own_and_every_reference_leads_somewhere() {
    let document = document();
    let mut names = BTreeSet::new();
    for item in document["paths"].as_object().expect("paths").values() {
        for operation in item.as_object().expect("an item").values() {
            let name = operation["operationId"].as_str().expect("a name").to_owned();
            assert!(names.insert(name.clone()), "{name} stands twice");
            let responses = operation["responses"].as_object().expect("responses");
            assert!(
                responses.keys().any(|status| status.starts_with('2')),
                "{name} is answered with success"
            );
            assert!(responses.contains_key("500"), "{name}");
        }
    }
    for reference in text().split("\"$ref\": \"").skip(1) {
        let pointer = reference.split('"').next().unwrap_or_default().trim_start_matches('#');
        assert!(document.pointer(pointer).is_some(), "{pointer} leads nowhere");
    }
}

/// Two bodies of one name would overwrite each other.
#[test]
fn every_body_has_a_name_of_its_own() {
    let mut seen = std::collections::BTreeMap::<String, String>::new();
    for route in ADMIN_ROUTES.iter().chain(OPEN_ROUTES).chain(SIGN_IN_ROUTES) {
        let mut described = Described::default();
        (route.described)(&mut described);
        for (name, schema) in described.schemas {
            let schema = serde_json::to_string(&schema).expect("a schema");
            let known = seen.entry(name.clone()).or_insert_with(|| schema.clone());
            assert_eq!(*known, schema, "{name}");
        }
    }
}
