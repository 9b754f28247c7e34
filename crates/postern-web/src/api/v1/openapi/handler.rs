//! What a handler takes and answers, read from its type. An argument or an answer of a new sort needs a line here, or
//! its route does not compile.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::{
    ContentBuilder, HeaderBuilder, ObjectBuilder, Ref, RefOr, Required, Response, ResponseBuilder, Type,
    schema::Schema,
};
use utoipa::{IntoParams, ToSchema};

use super::Document;
use crate::api::v1::asker::Asking;
use crate::api::v1::body::{Answer, Given, Query, ShownOnce};
use crate::api::v1::error::ApiError;
use crate::api::v1::sign_in::Granted;
use crate::api::v1::tagged::{IfMatch, Tagged};

const JSON: &str = "application/json";

/// What is known of a handler so far.
#[derive(Default)]
pub struct Described {
    /// Of the query and the head.
    pub(super) parameters: Vec<Parameter>,
    /// The body that it takes.
    pub(super) body: Option<RequestBody>,
    /// What it answers when it does what was asked.
    pub(super) responses: Vec<(StatusCode, Response)>,
    /// Bodies that are named in it.
    pub(super) schemas: Vec<(String, RefOr<Schema>)>,
    /// It can refuse because of `If-Match`.
    pub(super) is_conditional: bool,
}

impl Described {
    fn named<T: ToSchema>(&mut self) -> Ref {
        self.schemas.push((T::name().into_owned(), T::schema()));
        T::schemas(&mut self.schemas);
        Ref::from_schema_name(T::name())
    }

    fn header(&mut self, name: &str, told: &str) {
        let text = ObjectBuilder::new().schema_type(Type::String).build();
        let parameter = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Header);
        let parameter = parameter.required(Required::False).description(Some(told)).schema(Some(text));
        self.parameters.push(parameter.build());
    }

    fn answers<T: ToSchema>(&mut self, status: StatusCode) {
        let content = ContentBuilder::new().schema(Some(self.named::<T>())).build();
        let response = ResponseBuilder::new().description("done").content(JSON, content).build();
        self.responses.push((status, response));
    }
}

/// Adds what a handler takes and answers.
pub(in crate::api::v1) fn describe<A, H: Handled<A>>(described: &mut Described, _handler: &H) {
    H::describe(described);
}

/// A handler with the arguments `A`.
pub(in crate::api::v1) trait Handled<A> {
    /// Adds them and its answer.
    fn describe(described: &mut Described);
}

/// What a handler takes.
pub(in crate::api::v1) trait Argument {
    /// Adds it; most are nothing that the other side sends.
    fn describe(_described: &mut Described) {}
}

/// What a handler answers.
pub(in crate::api::v1) trait Answers {
    /// Adds it.
    fn describe(described: &mut Described);
}

macro_rules! handled {
    ($($argument:ident)*) => {
        impl<Handler, Answering, Said, $($argument,)*> Handled<($($argument,)*)> for Handler
        where
            Handler: Fn($($argument),*) -> Answering,
            Answering: Future<Output = Said>,
            Said: Answers,
            $($argument: Argument,)*
        {
            fn describe(described: &mut Described) {
                $($argument::describe(described);)*
                Said::describe(described);
            }
        }
    };
}

handled!();
handled!(A);
handled!(A B);
handled!(A B C);
handled!(A B C D);
handled!(A B C D E);
handled!(A B C D E F);

impl<T> Argument for State<T> {}
impl<T> Argument for Path<T> {}
impl Argument for Asking {}
impl Argument for Granted {}
impl Argument for HeaderMap {}
impl Argument for Uri {}

impl Argument for IfMatch {
    fn describe(described: &mut Described) {
        described.is_conditional = true;
        let told = "only if it is as it was when this tag was given; without it the last change wins";
        described.header("If-Match", told);
    }
}

impl<T: ToSchema> Argument for Given<T> {
    fn describe(described: &mut Described) {
        let content = ContentBuilder::new().schema(Some(described.named::<T>())).build();
        let body = RequestBodyBuilder::new().content(JSON, content).required(Some(Required::True));
        described.body = Some(body.build());
    }
}

impl<T: IntoParams> Argument for Query<T> {
    fn describe(described: &mut Described) {
        described.parameters.extend(T::into_params(|| Some(ParameterIn::Query)));
    }
}

impl<T: Answers> Answers for Result<T, ApiError> {
    fn describe(described: &mut Described) {
        T::describe(described);
    }
}

impl<T: ToSchema> Answers for Answer<T> {
    fn describe(described: &mut Described) {
        described.answers::<T>(StatusCode::OK);
    }
}

impl<T: ToSchema> Answers for ShownOnce<T> {
    fn describe(described: &mut Described) {
        described.answers::<T>(StatusCode::OK);
    }
}

impl<T: ToSchema> Answers for Tagged<T> {
    fn describe(described: &mut Described) {
        described.header("If-None-Match", "a tag: answered with 304 when that is what would be answered");
        let content = ContentBuilder::new().schema(Some(described.named::<T>())).build();
        let text = ObjectBuilder::new().schema_type(Type::String).build();
        let tag = HeaderBuilder::new()
            .schema(Some(text))
            .description(Some("for If-Match and If-None-Match"))
            .build();
        let response = ResponseBuilder::new().description("done").content(JSON, content).header("ETag", tag);
        described.responses.push((StatusCode::OK, response.build()));
        let unchanged = ResponseBuilder::new().description("as it was with the tag of If-None-Match").build();
        described.responses.push((StatusCode::NOT_MODIFIED, unchanged));
    }
}

/// Only what was made is answered with a status of its own.
impl<T: ToSchema> Answers for (StatusCode, Answer<T>) {
    fn describe(described: &mut Described) {
        described.answers::<T>(StatusCode::CREATED);
    }
}

/// The same with a secret; a point that is slow makes it 202.
impl<T: ToSchema> Answers for (StatusCode, ShownOnce<T>) {
    fn describe(described: &mut Described) {
        described.answers::<T>(StatusCode::CREATED);
        described.answers::<T>(StatusCode::ACCEPTED);
    }
}

impl Answers for Document {
    fn describe(described: &mut Described) {
        let content = ContentBuilder::new().build();
        let response =
            ResponseBuilder::new().description("an OpenAPI document").content(JSON, content).build();
        described.responses.push((StatusCode::OK, response));
    }
}
