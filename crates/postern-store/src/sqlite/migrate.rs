//! The tables, made and kept up to date: forward only, each file once, in one transaction each.
//!
//! The runner is sqlx's without its macro. It keeps a checksum of every file, so an edited release is refused,
//! and it refuses a store that a newer program has migrated. This file knows no table.

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{SqlSafeStr, SqliteConnection};

/// One file of `migrations/sqlite/…`: number, name, text.
type MigrationFile = (i64, &'static str, &'static str);

macro_rules! migration {
    ($number:literal, $folder:literal, $file:literal) => {
        ($number, $file, include_str!(concat!("../../migrations/sqlite/", $folder, "/", $file, ".sql")))
    };
}

/// The files of `state.db`.
pub(super) const STATE: &[MigrationFile] = &[
    migration!(1, "state", "0001_site_and_accounts"),
    migration!(2, "state", "0002_restrictions_and_audit"),
    migration!(3, "state", "0003_outbox"),
    migration!(4, "state", "0004_policies"),
    migration!(5, "state", "0005_source_entries"),
    migration!(6, "state", "0006_tokens_admissions_devices"),
    migration!(7, "state", "0007_kinds_of_accounts"),
    migration!(8, "state", "0008_what_people_lifted"),
    migration!(9, "state", "0009_policies_for_some_accounts"),
    migration!(10, "state", "0010_messages_in_receipts"),
    migration!(11, "state", "0011_what_people_did"),
    migration!(12, "state", "0012_admin_centre"),
    migration!(13, "state", "0013_audit_by_actor_and_event"),
    migration!(14, "state", "0014_passkeys"),
    migration!(15, "state", "0015_orders_and_saved_views"),
    migration!(16, "state", "0016_programs_that_act"),
    migration!(17, "state", "0017_roles_for_some_domains"),
    migration!(18, "state", "0018_past_passwords"),
    migration!(19, "state", "0019_app_passwords"),
    migration!(20, "state", "0020_alternate_addresses"),
    migration!(21, "state", "0021_help_requests"),
    migration!(22, "state", "0022_incidents"),
];

/// The files of `history.db`.
pub(super) const HISTORY: &[MigrationFile] = &[
    migration!(1, "history", "0001_counters_and_decisions"),
    migration!(2, "history", "0002_sign_ins"),
    migration!(3, "history", "0003_sums_for_pictures"),
];

/// Brings the tables behind `connection` up to date.
pub(super) async fn migrate(
    connection: &mut SqliteConnection,
    files: &'static [MigrationFile],
) -> Result<(), MigrateError> {
    let migrations = files
        .iter()
        .map(|&(number, name, text)| {
            let kind = MigrationType::Simple;
            Migration::new(number, name.into(), kind, text.into_sql_str(), false)
        })
        .collect();
    Migrator::with_migrations(migrations).run_direct(None, connection, false).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use sqlx::Connection;

    async fn empty() -> SqliteConnection {
        SqliteConnection::connect("sqlite::memory:").await.expect("a store in memory")
    }

    #[test]
    fn every_file_of_the_folder_is_listed_in_its_order() {
        for (folder, files) in [("state", STATE), ("history", HISTORY)] {
            let path = format!("{}/migrations/sqlite/{folder}", env!("CARGO_MANIFEST_DIR"));
            let mut there: Vec<String> = std::fs::read_dir(path)
                .expect("the folder of the migrations")
                .map(|file| file.expect("a file").file_name().to_string_lossy().replace(".sql", ""))
                .collect();
            there.sort_unstable();
            let listed: Vec<&str> = files.iter().map(|&(_, name, _)| name).collect();
            assert_eq!(there, listed, "{folder}");
            for (at, (number, name, _)) in files.iter().enumerate() {
                assert!(*number == at as i64 + 1 && name.starts_with(&format!("{number:04}_")), "{name}");
            }
        }
    }

    #[tokio::test]
    async fn migrating_twice_changes_nothing() {
        let mut connection = empty().await;
        migrate(&mut connection, STATE).await.expect("first");
        migrate(&mut connection, STATE).await.expect("second");
    }

    #[tokio::test]
    async fn a_store_of_a_newer_program_is_refused() {
        let mut connection = empty().await;
        migrate(&mut connection, STATE).await.expect("all");
        let refused = migrate(&mut connection, &STATE[..STATE.len() - 1]).await.expect_err("one is missing");
        let newest = STATE.last().map_or(0, |&(number, ..)| number);
        assert!(matches!(refused, MigrateError::VersionMissing(number) if number == newest), "{refused}");
    }

    #[tokio::test]
    async fn an_edited_release_is_refused() {
        const EDITED: &[MigrationFile] = &[(1, "0001_site_and_accounts", "SELECT 1")];
        let mut connection = empty().await;
        migrate(&mut connection, STATE).await.expect("all");
        let mut files = EDITED.to_vec();
        files.extend_from_slice(&STATE[1..]);
        let files: &'static [MigrationFile] = files.leak();
        let refused = migrate(&mut connection, files).await.expect_err("edited");
        assert!(matches!(refused, MigrateError::VersionMismatch(1)), "{refused}");
    }

    #[tokio::test]
    async fn every_table_is_strict() {
        for files in [STATE, HISTORY] {
            let mut connection = empty().await;
            migrate(&mut connection, files).await.expect("all");
            let loose: Vec<(String,)> = sqlx::query_as(
                "SELECT name FROM pragma_table_list
                 WHERE schema = 'main' AND type = 'table' AND strict = 0
                   AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '_sqlx_migrations'",
            )
            .fetch_all(&mut connection)
            .await
            .expect("a list of tables");
            assert_eq!(loose, []);
        }
    }
}
