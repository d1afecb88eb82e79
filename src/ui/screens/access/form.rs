//! The fields of AC00.

use chrono::NaiveDate;

use crate::domain::office::{Office, Operator, Region, Role};
use crate::ui::effect::{Founding, Secret};
use crate::ui::form::{Form, Source, Spec, choice, code, secret, text};
use crate::ui::strings::access::{self as words, help, label};

/// Names of the fields, as in the commands.
pub const USERNAME: &str = "operator.username";
/// The password.
pub const PASSWORD: &str = "password";
/// The password of now.
pub const OWN: &str = "own";
/// The recovery key.
pub const RECOVERY: &str = "recovery";
/// The region whose rules the office follows.
const REGION: &str = "office.region";
/// The password again.
pub const AGAIN: &str = "again";
/// Surname, from which the user name is proposed.
pub const SURNAME: &str = "operator.surname";

/// User name and password.
pub fn sign_in(username: &str, today: NaiveDate) -> Form {
    let spec = Spec::new()
        .row([text(USERNAME, label::USERNAME).width(26).limit(32).help(help::USERNAME)])
        .gap()
        .row([secret(PASSWORD, label::PASSWORD).width(26).help(help::PASSWORD)]);
    let mut form = Form::new(spec, today);
    if !username.is_empty() {
        form.put(USERNAME, username);
        form.focus_on(PASSWORD);
    }
    form.accept();
    form
}

/// The password somebody gave, and one's own twice.
pub fn given(today: NaiveDate) -> Form {
    let spec = Spec::new()
        .row([secret(OWN, label::GIVEN).width(32).help(help::GIVEN)])
        .row([secret(PASSWORD, label::NEW).need().width(32).help(help::NEW)])
        .row([secret(AGAIN, label::AGAIN).need().width(32).help(help::AGAIN)]);
    let mut form = Form::new(spec, today);
    form.accept();
    form
}

/// The recovery key, and a new password twice.
pub fn recover(username: &str, today: NaiveDate) -> Form {
    let spec = Spec::new()
        .row([text(USERNAME, label::ADMINISTRATOR).need().width(32).limit(32).help(help::ADMINISTRATOR)])
        .row([text(RECOVERY, label::RECOVERY).need().width(50).limit(80).help(help::RECOVERY)])
        .row([secret(PASSWORD, label::NEW).need().width(32).help(help::NEW)])
        .row([secret(AGAIN, label::AGAIN).need().width(32).help(help::AGAIN)]);
    let mut form = Form::new(spec, today);
    if !username.is_empty() {
        form.put(USERNAME, username);
        form.focus_on(RECOVERY);
    }
    form.accept();
    form
}

/// What the first run asks.
pub fn first_run(today: NaiveDate) -> Form {
    let spec = Spec::new()
        .head(words::OFFICE)
        .row([code("office.code", label::CODE, 3).need().help(help::CODE)])
        .row([text("office.name", label::NAME).need().width(40).help(help::NAME)])
        .row([text("office.body_name", label::BODY).need().width(40).help(help::BODY)])
        .row([choice(REGION, label::REGION, Source::Fixed(words::REGIONS))
            .need()
            .width(32)
            .help(help::REGION)])
        .gap()
        .head(words::OPERATOR)
        .row([text(SURNAME, label::SURNAME).need().width(40).help(help::SURNAME)])
        .row([text("operator.name", label::FIRST_NAME).need().width(40).help(help::FIRST_NAME)])
        .row([text(USERNAME, label::NEW_USERNAME).need().width(32).limit(32).help(help::NEW_USERNAME)])
        .row([secret(PASSWORD, label::PASSWORD).need().width(32).help(help::NEW)])
        .row([secret(AGAIN, label::AGAIN).need().width(32).help(help::AGAIN)]);
    let mut form = Form::new(spec, today);
    form.put(REGION, words::REGIONS[0].0);
    form.accept();
    form
}

/// What the first run says.
pub fn founding(form: &Form) -> Founding {
    let values = form.values();
    let of = |name| values.text_or_empty(name);
    let office = Office {
        code: of("office.code"),
        name: of("office.name"),
        body_name: of("office.body_name"),
        region: region(values.chosen(REGION).unwrap_or_default()),
        ..Office::default()
    };
    let operator = Operator {
        username: of(USERNAME).to_lowercase(),
        name: of("operator.name"),
        surname: of(SURNAME),
        // Somebody has to add the others.
        role: Role::Administrator,
        ..Operator::default()
    };
    Founding { office, operator, password: Secret::new(values.raw(PASSWORD)) }
}

/// The region of a choice: the words of the command's JSON.
fn region(chosen: &str) -> Region {
    serde_json::from_value(chosen.into()).unwrap_or_default()
}

/// A user name made of a surname: its plain letters, in small.
pub fn username_of(surname: &str) -> String {
    crate::tables::fold::fold(surname)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(32)
        .collect::<String>()
        .to_lowercase()
}
