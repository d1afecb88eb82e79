use super::*;

/// The parameters that ship, for the tests of the domain (which may not use
/// the tables).
impl Parameters {
    /// Those of today.
    #[must_use]
    pub fn usual() -> Self {
        #[derive(Deserialize)]
        struct Row {
            code: String,
            value: Value,
        }
        #[derive(Deserialize)]
        struct File {
            row: Vec<Row>,
        }
        let text = include_str!("../../../assets/data/tables/parameters.toml");
        let file: File = toml::from_str(text).unwrap();
        Self::read(|code| file.row.iter().rfind(|row| row.code == code).map(|row| row.value.clone())).unwrap()
    }
}

#[test]
fn a_parameter_takes_what_it_may_be() {
    let spec = Parameters::spec("did.suspension_days").unwrap();
    for (value, fits) in [
        (Value::Number(0), false),
        (Value::Number(1), true),
        (Value::Number(366), true),
        (Value::Number(367), false),
        (Value::Flag(true), false),
        (Value::Word("180".into()), false),
    ] {
        assert_eq!(spec.takes(&value), fits, "{value:?}");
    }
    assert_eq!(spec.shown(&Value::Number(1)), "1 giorno");
    assert_eq!(spec.wanted(), "un numero intero da 1 a 366 (giorni)");
    let day = Parameters::spec("did.loss_dated_on").unwrap();
    assert!(day.takes(&Value::Word("start".into())) && !day.takes(&Value::Word("day_182".into())));
    assert_eq!(day.shown(&Value::Word("start".into())), "il primo giorno del lavoro");
    assert!(Parameters::spec("psp.does_not_exist").is_none());
}

#[test]
fn a_value_that_does_not_fit_or_lacks_names_its_parameter() {
    let with = |code: &'static str, value: Option<Value>| {
        let usual = |asked: &str| {
            let spec = Parameters::spec(asked)?;
            Some(match spec.kind {
                Kind::Number { least, .. } => Value::Number(least),
                Kind::Flag => Value::Flag(true),
                Kind::Choice(words) => Value::Word(words[0].0.to_owned()),
            })
        };
        Parameters::read(|asked| if asked == code { value.clone() } else { usual(asked) })
            .map_err(|spec| spec.code)
    };
    assert!(with("", None).is_ok());
    assert_eq!(with("offer.near_km", None), Err("offer.near_km"));
    assert_eq!(with("placement.term_stops_on", Some(Value::Number(1))), Err("placement.term_stops_on"));
    let not = with("benefits.registration_is_contact", Some(Value::Flag(false))).unwrap();
    assert!(!not.benefits.registration_is_contact);
}
