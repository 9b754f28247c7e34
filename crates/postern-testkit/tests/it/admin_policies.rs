//! `/admin/policies` over HTTP: values in words, a change looked at before it is made, presets, what is only observed, and
//! what may be said of the past.

use anyhow::{Context, Result};
use postern_core::account::Role;
use postern_core::command::Command;
use postern_core::policy::presets::Preset;
use postern_core::policy::{Policies, PolicyValue};
use postern_core::time::Span;
use postern_testkit::admin_client::{AdminClient, escaped};
use postern_testkit::web_client::{Reply, Web};
use postern_testkit::world::{World, root};
use postern_web::public::Limits;

async fn opened(role: Role) -> Result<(World, Web, AdminClient)> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let admin = AdminClient::enter(&world, &web, "ingrid@contoso.example", &[role]).await?;
    Ok((world, web, admin))
}

fn text_of(page: &Reply) -> String {
    page.text()
}

/// What a form in the page would send from a hidden field.
fn hidden(page: &Reply, name: &str) -> Result<String> {
    let mark = format!("name=\"{name}\" value=\"");
    let (_, rest) = page.body.split_once(&mark).with_context(|| format!("no {name} in {page:?}"))?;
    Ok(rest.split('"').next().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn every_value_is_on_one_of_the_tabs_and_what_differs_from_the_default_says_so() -> Result<()> {
    let (world, web, admin) = opened(Role::GlobalAdmin).await?;
    world.policy(&[("sign_in.first_lock_s", 120)]).await?;
    let mut all = String::new();
    for tab in ["sign-in", "sending", "score", "rest"] {
        let page = admin.get(&web, &format!("/admin/policies?tab={tab}")).await?;
        assert_eq!(page.status, 200, "{tab}");
        all.push_str(&page.body);
    }
    for PolicyValue { name, .. } in Policies::descriptions() {
        assert_eq!(all.matches(&format!("<code>{name}</code>")).count(), 1, "{name}");
    }
    let page = text_of(&admin.get(&web, "/admin/policies").await?);
    assert!(page.contains("1 value differs from the default."), "{page}");
    assert!(page.contains("2 min differs from the default 1 min 15 s to 1 h"), "{page}");
    Ok(())
}

#[tokio::test]
async fn an_auditor_reads_the_policies_and_sees_no_way_to_change_them() -> Result<()> {
    let (_world, web, auditor) = opened(Role::Auditor).await?;
    let page = auditor.get(&web, "/admin/policies").await?;
    assert!(page.status == 200 && !page.body.contains("/policies/edit/"), "{page:?}");
    for path in ["/admin/policies/edit/locks", "/admin/policies/preview?preset=strict"] {
        assert_eq!(auditor.get(&web, path).await?.status, 403, "{path}");
    }
    let path = "/admin/policies/preview?sign_in.first_lock_s=120";
    assert_eq!(auditor.post(&web, path, &[("reason", "let me"), ("seen", "60")]).await?.status, 403);
    Ok(())
}

#[tokio::test]
async fn a_change_is_looked_at_then_made_with_a_reason_and_can_be_undone() -> Result<()> {
    let (world, web, admin) = opened(Role::GlobalAdmin).await?;
    let form = admin.get(&web, "/admin/policies/edit/locks").await?;
    assert!(
        form.body.contains("name=\"sign_in.first_lock_s\" value=\"60\" min=\"15\" max=\"3600\""),
        "{form:?}"
    );
    // The form sends every value of its group; what is so already is no change.
    let path = "/admin/policies/preview?sign_in.first_lock_s=120&sign_in.unfamiliar_failures_max=10";
    let preview = admin.get(&web, path).await?;
    let text = text_of(&preview);
    assert!(text.contains("1 value changes"), "{text}");
    assert!(text.contains("sign_in.first_lock_s 1 min 2 min"), "{text}");
    assert_eq!(world.engine.policies().sign_in.first_lock_s, 60, "looking changes nothing");
    let seen = hidden(&preview, "seen")?;
    let no_reason = admin.post(&web, path, &[("seen", &seen)]).await?;
    assert!(text_of(&no_reason).contains("Write a reason."), "{no_reason:?}");
    assert_eq!(world.engine.policies().sign_in.first_lock_s, 60);
    let done = admin.post(&web, path, &[("seen", &seen), ("reason", "too many calls")]).await?;
    let text = text_of(&done);
    assert!(text.contains("1 value is changed.") && text.contains("Gates: in force after"), "{text}");
    assert_eq!(world.engine.policies().sign_in.first_lock_s, 120);
    let audit = admin.get(&web, "/admin/audit").await?;
    assert!(audit.body.contains("too many calls"), "{audit:?}");
    let undo = "/admin/policies/preview?sign_in.first_lock_s=60";
    assert!(done.body.contains(&format!("href=\"{undo}\"")), "{done:?}");
    let back = admin.post(&web, undo, &[("seen", "120"), ("reason", "back")]).await?;
    assert!(text_of(&back).contains("1 value is changed."), "{back:?}");
    assert_eq!(*world.engine.policies(), Policies::default());
    Ok(())
}

#[tokio::test]
async fn values_that_contradict_or_are_not_allowed_are_refused_with_the_reason_and_kept_for_the_form()
-> Result<()> {
    let (world, web, admin) = opened(Role::GlobalAdmin).await?;
    for (query, sentence) in [
        (
            "sign_in.first_lock_s=3600",
            "“First lock” must not be above “Longest lock for familiar sources”. The first lock would be longer",
        ),
        ("sign_in.first_lock_s=5", "“First lock” can be 15 s to 1 h. Given: 5 s"),
        ("sign_in.first_lock_s=long", "“First lock” takes a whole number. Given: “long”"),
        ("sign_in.no_such=1", "There is no value named “sign_in.no_such”."),
        ("preset=none", "There is no preset named \"none\""),
    ] {
        let path = format!("/admin/policies/preview?{query}");
        for reply in [
            admin.get(&web, &path).await?,
            admin.post(&web, &path, &[("seen", "60"), ("reason", "try")]).await?,
        ] {
            let text = text_of(&reply).replace("&#34;", "\"");
            assert!(text.contains("These values are not accepted"), "{query}: {text}");
            assert!(text.contains(sentence), "{query}: {text}");
            assert!(!reply.body.contains("Yes, change"), "{query}");
        }
    }
    assert_eq!(*world.engine.policies(), Policies::default());
    let refused = admin.get(&web, "/admin/policies/preview?sign_in.first_lock_s=5").await?;
    let back = "/admin/policies/edit/locks?sign_in.first_lock_s=5";
    assert!(refused.body.contains(&format!("href=\"{back}\"")), "{refused:?}");
    let form = admin.get(&web, back).await?;
    assert!(form.body.contains("name=\"sign_in.first_lock_s\" value=\"5\""), "{form:?}");
    Ok(())
}

#[tokio::test]
async fn what_somebody_else_changed_meanwhile_is_shown_before_anything_is_changed() -> Result<()> {
    let (world, web, admin) = opened(Role::GlobalAdmin).await?;
    let path = "/admin/policies/preview?outbound.novel_hour_max=40";
    let seen = hidden(&admin.get(&web, path).await?, "seen")?;
    world.policy(&[("outbound.novel_hour_max", 25)]).await?;
    let fields = [("seen", seen.as_str()), ("reason", "more room")];
    let again = admin.post(&web, path, &fields).await?;
    assert!(text_of(&again).contains("Meanwhile one of these values was changed"), "{again:?}");
    assert!(again.body.contains("more room"), "what was written is kept");
    assert_eq!(world.engine.policies().outbound.novel_hour_max, 25);
    let done = admin.post(&web, path, &[("seen", &hidden(&again, "seen")?), fields[1]]).await?;
    assert!(text_of(&done).contains("1 value is changed."), "{done:?}");
    assert_eq!(world.engine.policies().outbound.novel_hour_max, 40);
    Ok(())
}

#[tokio::test]
async fn a_preset_says_what_it_would_change_and_is_in_force_after_yes() -> Result<()> {
    let (world, web, admin) = opened(Role::GlobalAdmin).await?;
    let list = text_of(&admin.get(&web, "/admin/policies?tab=sending").await?);
    assert!(list.contains("In force as it is"), "{list}");
    let path = "/admin/policies/preview?preset=sending_strict";
    let preview = admin.get(&web, path).await?;
    let text = text_of(&preview);
    assert!(text.contains("outbound.novel_hour_max 30 20"), "{text}");
    assert!(text.contains("postern policy try --preset sending_strict"), "{text}");
    let fields = [("seen", hidden(&preview, "seen")?), ("reason", "a school".to_owned())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let done = admin.post(&web, path, &fields).await?;
    assert!(text_of(&done).contains("values are changed."), "{done:?}");
    assert_eq!(*world.engine.policies(), Preset::SendingStrict.over(&Policies::default()));
    Ok(())
}

#[tokio::test]
async fn observing_is_switched_like_any_other_value_and_the_overview_leads_there() -> Result<()> {
    let (world, web, admin) = opened(Role::GlobalAdmin).await?;
    let path = "/admin/policies/preview?outbound.observe_until_unix_s=2026-03-09T09%3A00&sign_in.lanes_observe_only=1";
    let preview = admin.get(&web, path).await?;
    let text = text_of(&preview);
    assert!(text.contains("outbound.observe_until_unix_s Off 9 March 2026 at 09:00"), "{text}");
    assert!(text.contains("sign_in.lanes_observe_only Off On"), "{text}");
    let done =
        admin.post(&web, path, &[("seen", &hidden(&preview, "seen")?), ("reason", "first week")]).await?;
    assert!(text_of(&done).contains("2 values are changed."), "{done:?}");
    assert_eq!(world.engine.observed_now().sending_until.map(|until| until.unix_s()), Some(1_773_046_800));
    let overview = admin.get(&web, "/admin").await?;
    assert!(overview.body.contains("href=\"/admin/policies?tab=rest\""), "{overview:?}");
    let form = admin.get(&web, "/admin/policies/edit/observe").await?;
    assert!(form.body.contains("value=\"2026-03-09T09:00\""), "{form:?}");
    let now = "/admin/policies/preview?outbound.observe_until_unix_s=";
    let done = admin.post(&web, now, &[("seen", "1773046800"), ("reason", "enforce")]).await?;
    assert!(text_of(&done).contains("1 value is changed."), "{done:?}");
    assert_eq!(world.engine.observed_now().sending_until, None);
    Ok(())
}

/// Of the past only what is kept here is said, and the command that knows the rest.
#[tokio::test]
async fn a_raised_limit_says_how_many_restrictions_would_not_have_begun_at_that_moment() -> Result<()> {
    let (world, web, admin) = opened(Role::GlobalAdmin).await?;
    for user in ["rob@contoso.com", "eva@contoso.com"] {
        world.person(user).await?;
        let mut postfix = world.postfix(user).await?;
        for number in 0..40 {
            let _answer = postfix.send(&[format!("s{number}@{user}.example")]).await?;
        }
    }
    let said = async |query: &str| -> Result<String> {
        Ok(text_of(&admin.get(&web, &format!("/admin/policies/preview?{query}")).await?))
    };
    let raised = said("outbound.novel_hour_max=35").await?;
    assert!(raised.contains("because of “New recipients per hour”: 2."), "{raised}");
    assert!(raised.contains("not exceeded at that moment: 2."), "{raised}");
    assert!(raised.contains("postern policy try --set novel_hour_max=35"), "{raised}");
    let lowered = said("outbound.novel_hour_max=20").await?;
    assert!(!lowered.contains("because of") && lowered.contains("--set novel_hour_max=20"), "{lowered}");
    let sign_in = said("sign_in.first_lock_s=120").await?;
    assert!(!sign_in.contains("policy try"), "the log of mail says nothing of signing in: {sign_in}");
    world.clock.advance(Span::from_days(31));
    let admin = AdminClient::enter(&world, &web, "kim@contoso.example", &[Role::GlobalAdmin]).await?;
    let path = "/admin/policies/preview?outbound.novel_hour_max=35";
    let later = text_of(&admin.get(&web, path).await?);
    let none = "No restriction in the last 30 days began because of “New recipients per hour”.";
    assert!(later.contains(none), "{later}");
    Ok(())
}

#[tokio::test]
async fn k3_what_an_address_says_is_never_markup_on_the_pages_of_policies() -> Result<()> {
    let (world, web, admin) = opened(Role::GlobalAdmin).await?;
    let hostile = escaped("<img src=x onerror=alert(1)>\"'.");
    let rob = world.person("rob@contoso.com").await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("spam")).await?;
    for language in ["en", "sv", "lv", "sl", "nb", "el"] {
        for path in [
            format!("/admin/policies?tab={hostile}"),
            format!("/admin/policies/edit/locks?sign_in.first_lock_s={hostile}"),
            format!("/admin/policies/preview?sign_in.first_lock_s={hostile}"),
            format!("/admin/policies/preview?{hostile}=1"),
            format!("/admin/policies/preview?preset={hostile}"),
            format!("/admin/policies/edit/{hostile}"),
        ] {
            let page = admin.get_in(&web, &path, language).await?;
            assert!(!page.body.contains("<img"), "{path} in {language}: {page:?}");
            assert!(page.body.contains(&format!("lang=\"{language}\"")), "{path} in {language}");
        }
    }
    Ok(())
}
