//! `rob` finds rob@contoso.com, however it is typed.

use anyhow::Result;

use crate::world::{self, ROB};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rob_is_found_however_it_is_typed() -> Result<()> {
    let Some(site) = world::site("rob_is_found_however_it_is_typed").await? else { return Ok(()) };
    site.ok(&["restricted", "restrict", ROB, "--reason", "to be found"])?;
    for typed in ["rob", "ROB", "Rob", "asberg", "ÅSBERG", "rob@contoso.com"] {
        let found = site.ok(&["restricted", "search", typed])?;
        assert!(found.contains(ROB), "restricted search {typed}: {found}");
        let found = site.ok(&["user", "list", "--search", typed])?;
        assert!(found.contains(ROB), "user list --search {typed}: {found}");
    }
    assert!(!site.ok(&["restricted", "search", "kim"])?.contains(ROB));
    Ok(())
}
