//! Small steps between rows and values, shared by every file that reads.

use postern_core::ids::{
    AccountId, AdmissionId, AlternateId, AppPasswordId, DeviceId, EffectId, EntryId, EventId, HelpRequestId,
    IncidentId, OwnerLinkId, PasskeyId, RestrictionId, SessionId, TokenId,
};
use postern_core::name::AccountName;
use postern_core::time::Timestamp;
use serde::Serialize;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use crate::record::{RecordError, id_from_sql, id_to_sql};

/// An id of ours as a column holds it.
pub(super) trait SqlId: Sized {
    /// The column's number.
    fn to_sql(self) -> i64;
    /// Reads the column's number.
    fn from_sql(stored: i64) -> Result<Self, RecordError>;
}

macro_rules! sql_id {
    ($($id:ty),+) => {$(
        impl SqlId for $id {
            fn to_sql(self) -> i64 {
                id_to_sql(self.as_u64())
            }

            fn from_sql(stored: i64) -> Result<Self, RecordError> {
                id_from_sql(stored).map(Self::from_random)
            }
        }
    )+};
}

sql_id!(
    AccountId,
    RestrictionId,
    EntryId,
    EventId,
    EffectId,
    TokenId,
    AdmissionId,
    AppPasswordId,
    HelpRequestId,
    DeviceId,
    SessionId,
    PasskeyId,
    AlternateId,
    IncidentId,
    OwnerLinkId
);

/// A row of a result, read by column name.
pub(super) trait Columns {
    /// A text.
    fn text(&self, column: &str) -> Result<String, sqlx::Error>;
    /// A text or nothing.
    fn text_or_none(&self, column: &str) -> Result<Option<String>, sqlx::Error>;
    /// A number.
    fn number(&self, column: &str) -> Result<i64, sqlx::Error>;
    /// A number or nothing.
    fn number_or_none(&self, column: &str) -> Result<Option<i64>, sqlx::Error>;
    /// A time.
    fn time(&self, column: &str) -> Result<Timestamp, sqlx::Error>;
    /// A time or nothing.
    fn time_or_none(&self, column: &str) -> Result<Option<Timestamp>, sqlx::Error>;
    /// An id.
    fn id<I: SqlId>(&self, column: &str) -> Result<I, sqlx::Error>;
    /// An id or nothing.
    fn id_or_none<I: SqlId>(&self, column: &str) -> Result<Option<I>, sqlx::Error>;
}

impl Columns for SqliteRow {
    fn text(&self, column: &str) -> Result<String, sqlx::Error> {
        self.try_get(column)
    }

    fn text_or_none(&self, column: &str) -> Result<Option<String>, sqlx::Error> {
        self.try_get(column)
    }

    fn number(&self, column: &str) -> Result<i64, sqlx::Error> {
        self.try_get(column)
    }

    fn number_or_none(&self, column: &str) -> Result<Option<i64>, sqlx::Error> {
        self.try_get(column)
    }

    fn time(&self, column: &str) -> Result<Timestamp, sqlx::Error> {
        self.try_get(column).map(Timestamp::from_unix_micros)
    }

    fn time_or_none(&self, column: &str) -> Result<Option<Timestamp>, sqlx::Error> {
        Ok(self.try_get::<Option<i64>, _>(column)?.map(Timestamp::from_unix_micros))
    }

    fn id<I: SqlId>(&self, column: &str) -> Result<I, sqlx::Error> {
        I::from_sql(self.try_get(column)?).map_err(|error| undecodable(column, error))
    }

    fn id_or_none<I: SqlId>(&self, column: &str) -> Result<Option<I>, sqlx::Error> {
        let stored: Option<i64> = self.try_get(column)?;
        stored.map(I::from_sql).transpose().map_err(|error| undecodable(column, error))
    }
}

fn undecodable(column: &str, error: RecordError) -> sqlx::Error {
    sqlx::Error::ColumnDecode { index: column.to_owned(), source: Box::new(error) }
}

/// The names of a JSON array that SQLite made of the table `name`.
pub(super) fn names_of(json: &str) -> Result<Vec<AccountName>, RecordError> {
    let names: Vec<String> = serde_json::from_str(json).map_err(RecordError::Shape)?;
    Ok(names.into_iter().map(AccountName::from_canonical).collect())
}

/// Rows as one JSON text for `json_each`: a statement with an array costs sqlx's overhead once, not per row.
pub(super) fn rows_to_json(rows: &impl Serialize) -> String {
    serde_json::to_string(rows).expect("texts, whole numbers and nulls only")
}
