//! The admin centre's help over HTTP, and what users read without signing in: from a typed question to the button that cures it,
//! cards by their stable words, and a first page that says the same to everybody.

use std::net::Ipv4Addr;

use anyhow::Result;
use postern_core::account::{Language, Role};
use postern_core::command::Command;
use postern_core::diagnosis::Card;
use postern_core::ids::RestrictionId;
use postern_testkit::admin_client::AdminClient;
use postern_testkit::web_client::Web;
use postern_testkit::world::{World, root};
use postern_web::public::Limits;

async fn opened() -> Result<(World, Web, AdminClient)> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let admin = AdminClient::enter(&world, &web, "kim@contoso.example", &[Role::Helpdesk]).await?;
    Ok((world, web, admin))
}

/// L1 and the second seed sentence: the question in one's own words, one sentence with its button, and only then "Still stuck?".
#[tokio::test(flavor = "multi_thread")]
async fn a_typed_question_finds_the_account_the_cause_and_its_button_in_each_language() -> Result<()> {
    let (world, web, admin) = opened().await?;
    let rob = world.person("rob@contoso.com").await?;
    // A name that a word of the question begins.
    world.person("kanter@contoso.com").await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("a spam run")).await?;
    for (language, question) in [
        (Language::En, "rob+can%27t+sned"),
        (Language::Sv, "rob+kan+inte+skicka"),
        (Language::Lv, "rob+nevar+nosutit"),
        (Language::Sl, "rob+ne+more+posiljati"),
        (Language::Nb, "rob+kan+ikke+sende"),
        (
            Language::El,
            "rob+%CE%B4%CE%B5%CE%BD+%CE%BC%CF%80%CE%BF%CF%81%CE%B5%CE%AF+%CE%BD%CE%B1+%CF%83%CF%84%CE%B5%CE%AF%CE%BB%CE%B5%CE%B9",
        ),
    ] {
        let page = admin.get_in(&web, &format!("/admin/help?q={question}"), language.code()).await?;
        assert_eq!(page.status, 200, "{page:?}");
        let answer = page.body.split("id=\"answer\"").nth(1).unwrap_or_default();
        let answer = answer.split("</div>").next().unwrap_or_default();
        assert!(answer.contains("a spam run"), "{language:?}: {answer}");
        assert!(answer.contains(&format!("/users/{}/unblock\">", rob.id)), "{language:?}: {answer}");
        assert!(page.body.contains("card=unblock-email"), "{language:?}");
        let at = page.body.find("<details><summary>").unwrap_or(0);
        assert!(at > page.body.find("id=\"answer\"").unwrap_or(usize::MAX), "contact last, {language:?}");
        let bundle = page.body.split("<pre class=\"paste\">").nth(1).unwrap_or_default();
        let bundle = bundle.split("</pre>").next().unwrap_or_default();
        assert!(
            bundle.contains("symptom cannot_send") && bundle.contains("check sending_door 1 found"),
            "{bundle}"
        );
        assert!(!bundle.contains("rob") && !bundle.contains('@'), "nobody is named: {bundle}");
    }
    // Without a diagnosis nothing is handed on.
    let empty = admin.get(&web, "/admin/help").await?;
    assert!(!empty.body.contains("class=\"paste\"") && empty.body.contains("card=bounce-codes"), "{empty:?}");
    // A page brings its account and complaint along.
    let user = admin.get(&web, &format!("/admin/users/{}/rules", rob.id)).await?;
    let link = format!("/admin/help?symptom=rules_unknown&amp;who={}", rob.id);
    assert!(user.body.contains(&link), "{user:?}");
    let known = admin.get(&web, &link.replace("&amp;", "&")).await?;
    assert!(
        known.body.contains("id=\"answer\"") && known.body.contains("value=\"rules_unknown\" selected"),
        "{known:?}"
    );
    let nobody = admin.get(&web, "/admin/help?q=xaver+can%27t+send").await?;
    assert!(
        !nobody.body.contains("id=\"answer\"") && nobody.body.contains("No account matches"),
        "{nobody:?}"
    );
    Ok(())
}

/// L2 and K8: a card has the same address in every language, and a Microsoft code opens the one that says what it is here.
#[tokio::test(flavor = "multi_thread")]
async fn every_card_opens_by_its_word_in_each_language_and_codes_find_theirs() -> Result<()> {
    let (_world, web, admin) = opened().await?;
    for &language in Language::ALL {
        for &card in Card::ALL {
            let path = format!("/admin/help?card={}", card.code());
            let page = admin.get_in(&web, &path, language.code()).await?;
            assert!(page.status == 200 && page.body.contains("id=\"card\"><h2>"), "{path}: {page:?}");
        }
        let page = admin.get_in(&web, "/admin/help?q=5.1.8", language.code()).await?;
        assert!(page.body.contains("card=bounce-codes"), "{language:?}");
    }
    Ok(())
}

/// K4: what a refused mail leads to says the same whatever the code, to everybody, with steps that lead into the portal.
#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_a_refused_mail_says_the_same_whatever_the_code() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let rob = world.person("rob@contoso.com").await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("a spam run")).await?;
    let real = world.engine.open_on(rob.id)[0].id.to_string();
    let unknown = RestrictionId::from_random(77).to_string();
    for &language in Language::ALL {
        let get = async |path: &str| {
            web.request("GET", &format!("{path}?lang={}", language.code()), "", "", Ipv4Addr::LOCALHOST).await
        };
        let (of_real, of_unknown) =
            (get(&format!("/why/{real}")).await?, get(&format!("/why/{unknown}")).await?);
        assert_eq!(of_real.body.replace(&real, "CODE"), of_unknown.body.replace(&unknown, "CODE"));
        assert!(!of_real.body.contains("rob@") && of_real.body.contains(&real), "{of_real:?}");
        for page in [get("/why").await?, get("/why/%22%3E%3Cscript%3E").await?, of_real] {
            assert!(page.status == 200 && !page.body.contains("<script>"), "{page:?}");
            assert!(
                page.body.contains("href=\"/recover?lang=") && page.body.contains("href=\"/my?lang="),
                "{page:?}"
            );
        }
        let start = get("/").await?;
        assert_eq!(start.status, 200);
        for path in ["/recover", "/why", "/my"] {
            assert!(
                start.body.contains(&format!("href=\"{path}?lang={}\"", language.code())),
                "{path} {start:?}"
            );
        }
    }
    Ok(())
}
