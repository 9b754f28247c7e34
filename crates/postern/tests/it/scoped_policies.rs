//! `postern policy put|list|explain|remove` at a running server.

use anyhow::Result;
use serde_json::Value;

use crate::server_process::{Answer, Site};

fn put(site: &Site, name: &str, rest: &[&str]) -> Result<Answer> {
    site.run(&[&["policy", "put", name], rest, &["--reason", "month's end"]].concat())
}

#[test]
fn policies_for_some_accounts_are_put_listed_explained_and_removed() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    site.ok(&["user", "add", "news@lists.contoso.com", "--kind", "application", "--group", "marketing"])?;
    site.ok(&["user", "add", "rob@contoso.com"])?;
    assert_eq!(
        site.ok(&["policy", "list"])?,
        "There are no policies for some accounts. Everyone has the site's own.\n"
    );
    let done = put(
        &site,
        "newsletters",
        &["--priority", "10", "--domain", "Contoso.COM", "--except-kind", "person", "--set", "cap_day=5000"],
    )?;
    assert_eq!(
        (done.code, done.out.as_str()),
        (0, "The policy newsletters is in force for 1 account.\n"),
        "{done:?}"
    );
    let list = site.ok(&["policy", "list"])?;
    assert!(list.contains("domain contoso.com  kind person  outbound.cap_day=5000  1"), "{list}");
    let explained = site.ok(&["policy", "explain", "news"])?;
    assert!(
        explained.starts_with("news@lists.contoso.com has the policy newsletters, the first"),
        "{explained}"
    );
    let of_rob = site.json(&["policy", "explain", "rob@contoso.com"])?;
    assert_eq!(
        of_rob["tried"],
        serde_json::json!([{"name": "newsletters", "priority": 10, "is_for_account": false}])
    );
    assert_eq!(of_rob["policy"], Value::Null);

    let preset = &[
        "--priority",
        "3",
        "--kind",
        "shared_mailbox",
        "--preset",
        "sending_relaxed",
        "--set",
        "cap_day=1900",
    ];
    let desks = put(&site, "desks", preset)?;
    assert_eq!(desks.code, 0, "{desks:?}");
    let desks = &site.json(&["policy", "list"])?["policies"][0];
    assert_eq!(
        (&desks["values"]["outbound.novel_hour_max"], &desks["values"]["outbound.cap_day"]),
        (&50.into(), &1900.into())
    );
    assert_eq!(put(&site, "desks", &["--priority", "3", "--kind", "person", "--preset", "lax"])?.code, 2);
    let signs_in = put(&site, "desks", &["--priority", "3", "--kind", "person", "--preset", "strict"])?;
    assert!(signs_in.err.contains("the same for all accounts"), "a preset of signing in: {signs_in:?}");
    let lowered = site.run(&["policy", "set", "outbound.cap_hour", "5001", "--reason", "x"])?;
    assert!(lowered.code != 0, "the site's own hour would be above its day: {lowered:?}");
    site.ok(&["policy", "remove", "newsletters", "--reason", "over"])?;
    let gone = site.run(&["policy", "remove", "newsletters", "--reason", "over"])?;
    assert_eq!(gone.code, 3, "{gone:?}");
    assert!(gone.err.contains("There is no policy named"), "{gone:?}");
    drop(server);
    Ok(())
}

#[test]
fn a_policy_for_some_accounts_that_cannot_be_is_refused_with_what_is_wrong() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    let taken = put(&site, "first", &["--priority", "10", "--kind", "application", "--set", "cap_day=5000"])?;
    assert_eq!(taken.code, 0, "{taken:?}");
    for (name, rest, said) in [
        (
            "Big",
            &["--priority", "1", "--kind", "person", "--set", "cap_day=5000"][..],
            "can't be the name of a policy",
        ),
        ("all", &["--priority", "1", "--set", "cap_day=5000"], "Say who the policy is for"),
        (
            "two",
            &["--priority", "10", "--kind", "person", "--set", "cap_day=5000"],
            "has this priority already",
        ),
        (
            "off",
            &["--priority", "1", "--kind", "person", "--set", "sign_in.first_lock_s=60"],
            "the same for all accounts",
        ),
        ("off", &["--priority", "1", "--kind", "person"], "sets nothing"),
        ("odd", &["--priority", "1", "--kind", "person", "--set", "cap_day=100"], "must not be above"),
        ("who", &["--priority", "1", "--user", "ghost", "--set", "cap_day=5000"], "no such account"),
        ("who", &["--priority", "1", "--kind", "robot", "--set", "cap_day=5000"], "there is no kind"),
    ] {
        let refused = put(&site, name, rest)?;
        assert!(refused.code != 0 && refused.err.contains(said), "{name} {rest:?}: {refused:?}");
    }
    drop(server);
    Ok(())
}

#[test]
fn a_mailing_is_planned_in_one_line_and_stands_before_all_other_policies() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    site.ok(&["user", "add", "rob@contoso.com"])?;
    let sets = &["--priority", "7", "--domain", "contoso.com", "--set", "internal_weight_percent=0"];
    assert_eq!(put(&site, "house", sets)?.code, 0);
    let plan = |recipients: &str, until: &str| {
        let mailing = ["policy", "mailing", "rob", "--recipients", recipients, "--until", until];
        site.run(&[&mailing[..], &["--reason", "the invitation"]].concat())
    };
    let done = plan("2000", "3d")?;
    assert_eq!(done.code, 0, "{done:?}");
    assert!(done.out.starts_with("rob@contoso.com may write to 2,000 recipients until 2"), "{done:?}");
    let explained = site.json(&["policy", "explain", "rob"])?;
    assert!(explained["policy"].as_str().is_some_and(|name| name.starts_with("mailing-")), "{explained}");
    let value = |name: &str| {
        let all = explained["values"].as_array().into_iter().flatten();
        all.filter(|value| value["name"] == name).map(|value| value["value"].clone()).next()
    };
    assert_eq!(value("outbound.cap_day"), Some(2_000.into()));
    assert_eq!(value("outbound.internal_weight_percent"), Some(0.into()), "what the house sets is kept");
    let list = site.json(&["policy", "list"])?;
    assert_eq!(list["policies"][0]["priority"], 6);
    // A second look raises the same mailing and does not add one.
    assert_eq!(plan("2500", "4d")?.code, 0);
    assert_eq!(site.json(&["policy", "list"])?["policies"].as_array().map(Vec::len), Some(2));
    for (recipients, until, said) in
        [("2000", "2020-01-01", "in the past"), ("0", "3d", "0 is not in"), ("5", "someday", "someday")]
    {
        let refused = plan(recipients, until)?;
        assert!(refused.code != 0 && refused.err.contains(said), "{recipients} {until}: {refused:?}");
    }
    drop(server);
    Ok(())
}
