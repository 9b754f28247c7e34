//! The OpenAPI document, made of the table of routes and of what each handler takes and answers: a handler's arguments
//! and its result *are* its description, so that the two cannot tell different things. Committed as
//! docs/reference/openapi.json; a test compares. What bodies look like is said by the bodies' own files.

mod handler;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use postern_core::account::Language;
use postern_text::Words;
use utoipa::openapi::path::{HttpMethod, OperationBuilder, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ComponentsBuilder, ContentBuilder, InfoBuilder, LicenseBuilder, ObjectBuilder, OpenApi, OpenApiBuilder,
    Paths, Ref, RefOr, Required, ResponseBuilder, ServerBuilder, Type, schema::Schema,
};
use utoipa::{PartialSchema, ToSchema};

use super::PREFIX;
use super::error::{PROBLEM_TYPE, Problem, title_of};
use super::routes::{ADMIN_ROUTES, Access, OPEN_ROUTES, Route, SIGN_IN_ROUTES};

pub(super) use handler::{Described, describe};

/// The name of the one way to say who asks.
const BEARER: &str = "token";
/// Every status that a problem may have.
const PROBLEM_STATUSES: [StatusCode; 11] = [
    StatusCode::BAD_REQUEST,
    StatusCode::UNAUTHORIZED,
    StatusCode::FORBIDDEN,
    StatusCode::NOT_FOUND,
    StatusCode::CONFLICT,
    StatusCode::PRECONDITION_FAILED,
    StatusCode::PAYLOAD_TOO_LARGE,
    StatusCode::UNPROCESSABLE_ENTITY,
    StatusCode::INTERNAL_SERVER_ERROR,
    StatusCode::BAD_GATEWAY,
    StatusCode::SERVICE_UNAVAILABLE,
];

/// The document as it is served.
pub struct Document;

impl IntoResponse for Document {
    fn into_response(self) -> Response {
        let kind = [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))];
        (kind, text()).into_response()
    }
}

/// `GET /openapi.json`
pub async fn document() -> Document {
    Document
}

/// The document's text, made once.
pub fn text() -> &'static str {
    static TEXT: LazyLock<String> = LazyLock::new(|| {
        // Nothing in it can fail: names and texts of our own.
        let mut text = serde_json::to_string_pretty(&made()).unwrap_or_default();
        text.push('\n');
        text
    });
    &TEXT
}

fn made() -> OpenApi {
    let mut paths = Paths::new();
    let mut schemas: Vec<(String, RefOr<Schema>)> = vec![(Problem::name().into_owned(), Problem::schema())];
    Problem::schemas(&mut schemas);
    for route in ADMIN_ROUTES.iter().chain(OPEN_ROUTES).chain(SIGN_IN_ROUTES) {
        let mut described = Described::default();
        (route.described)(&mut described);
        schemas.append(&mut described.schemas);
        let item = PathItem::new(method_of(route), operation(route, described));
        match paths.paths.get_mut(route.path) {
            Some(known) => known.merge_operations(item),
            None => drop(paths.paths.insert(route.path.to_owned(), item)),
        }
    }
    let words = Words::in_language(Language::En);
    let problems = PROBLEM_STATUSES.map(|status| {
        let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(Problem::name()))).build();
        let response = ResponseBuilder::new()
            .description(words.say(title_of(status), &[]))
            .content(PROBLEM_TYPE, content);
        (problem_name(status), response.build())
    });
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("postern_…");
    let bearer = bearer.description(Some("made by postern token add, or on the page of API tokens"));
    let components = ComponentsBuilder::new()
        .schemas_from_iter(schemas)
        .responses_from_iter(problems)
        .security_scheme(BEARER, SecurityScheme::Http(bearer.build()))
        .build();
    let info = InfoBuilder::new()
        .title("Postern")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "guards signing in and sending of mail accounts; docs/reference/api.md tells how to use it",
        ))
        .license(Some(LicenseBuilder::new().name("MIT OR Apache-2.0").build()))
        .build();
    OpenApiBuilder::new()
        .info(info)
        .servers(Some([ServerBuilder::new().url(PREFIX).build()]))
        .paths(paths)
        .components(Some(components))
        .build()
}

fn method_of(route: &Route) -> HttpMethod {
    match route.method {
        "post" => HttpMethod::Post,
        "put" => HttpMethod::Put,
        "patch" => HttpMethod::Patch,
        "delete" => HttpMethod::Delete,
        _ => HttpMethod::Get,
    }
}

fn operation(route: &Route, described: Described) -> utoipa::openapi::path::Operation {
    let mut operation = OperationBuilder::new()
        .tag(route.tag)
        .operation_id(Some(route.handler.replace(' ', "").replace("::", "_")))
        .summary(Some(route.summary));
    for name in names_in(route.path) {
        let text = ObjectBuilder::new().schema_type(Type::String).build();
        let parameter = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Path);
        operation = operation.parameter(parameter.required(Required::True).schema(Some(text)));
    }
    for parameter in described.parameters.iter().cloned() {
        operation = operation.parameter(parameter);
    }
    if takes_key(route) {
        operation = operation.parameter(key_parameter());
    }
    if route.access != Access::Everybody {
        operation = operation.security(SecurityRequirement::new::<_, [&str; 0], &str>(BEARER, []));
    }
    for status in problem_statuses(route, &described) {
        let problem = Ref::from_response_name(problem_name(status));
        operation =
            operation.response(status.as_u16().to_string(), RefOr::<utoipa::openapi::Response>::Ref(problem));
    }
    for (status, response) in described.responses {
        operation = operation.response(status.as_u16().to_string(), response);
    }
    operation.request_body(described.body).build()
}

/// Whether a request of this route may be sent twice with one key.
pub(super) fn takes_key(route: &Route) -> bool {
    route.method == "post" && matches!(route.access, Access::Needs(_) | Access::Root)
}

fn key_parameter() -> ParameterBuilder {
    let text = ObjectBuilder::new().schema_type(Type::String).max_length(Some(200)).pattern(Some("^[!-~]+$"));
    ParameterBuilder::new()
        .name("Idempotency-Key")
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some("the same request with the same key, within 24 hours, is answered as the first time and not done twice; secrets are not repeated"))
        .schema(Some(text.build()))
}

/// The problems that a route may answer with.
fn problem_statuses(route: &Route, described: &Described) -> BTreeSet<StatusCode> {
    let is_change = route.method != "get";
    let is_about_queue = route.path.contains("/queue");
    let mut statuses = BTreeSet::from([StatusCode::INTERNAL_SERVER_ERROR, StatusCode::SERVICE_UNAVAILABLE]);
    let mut may = |condition: bool, status: StatusCode| {
        if condition {
            statuses.insert(status);
        }
    };
    may(true, StatusCode::BAD_REQUEST);
    may(true, StatusCode::NOT_FOUND);
    match route.access {
        Access::Everybody => {}
        Access::Program(_) => may(true, StatusCode::UNAUTHORIZED),
        Access::Needs(_) | Access::Root => {
            may(true, StatusCode::UNAUTHORIZED);
            may(true, StatusCode::FORBIDDEN);
        }
    }
    may(is_change || is_about_queue, StatusCode::CONFLICT);
    may(is_change, StatusCode::UNPROCESSABLE_ENTITY);
    may(is_change, StatusCode::PAYLOAD_TOO_LARGE);
    may(is_about_queue, StatusCode::BAD_GATEWAY);
    may(described.is_conditional, StatusCode::PRECONDITION_FAILED);
    statuses
}

fn problem_name(status: StatusCode) -> String {
    format!("Problem{}", status.as_u16())
}

fn names_in(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
}

#[cfg(test)]
mod tests;
