use super::*;

#[test]
fn columns_become_commas() {
    assert_eq!(plain("  09:00  045   ROSSI MARIA "), "09:00, 045, ROSSI MARIA");
    assert_eq!(plain("DID:  inserita"), "DID: inserita");
    assert_eq!(plain("a\n\nb"), "a\n\nb");
}

#[test]
fn a_list_tells_place_and_count() {
    let mut out = Linear::new(80);
    out.list(3, 1, true, |place| format!("voce {place}"));
    assert_eq!(out.text(), "1 di 3: voce 0\n2 di 3: voce 1\n3 di 3: voce 2\n");
    assert_eq!(out.focus.unwrap().cursor, (1, 0));
}

#[test]
fn a_typed_line_keeps_its_cursor_in_sight() {
    let mut out = Linear::new(20);
    out.typed("Nome", "Maria", Some(5));
    assert_eq!(out.text(), "Nome: Maria\n");
    assert_eq!(out.focus.unwrap().cursor, (0, 11));
    let mut out = Linear::new(20);
    out.typed("Nome", "abcdefghijklmnopqrstuvwxyz", Some(26));
    assert_eq!(out.text(), "Nome:\nhijklmnopqrstuvwxyz\n");
    assert_eq!(out.focus.unwrap().cursor, (1, 19));
}

#[test]
fn what_stands_over_is_all_there_is() {
    let mut out = Linear::new(20);
    out.say("sotto", Role::Text);
    out.over(|out| out.say("sopra", Role::Text));
    out.say("dopo", Role::Text);
    assert_eq!(out.text(), "sopra\n");
}

#[test]
fn the_message_stands_above_the_field() {
    let mut out = Linear::new(40);
    out.say("prima", Role::Text);
    out.typed("Data", "31/02", Some(5));
    out.tell_notice(Some(&Notice::no("Questo giorno non esiste.")));
    assert_eq!(out.text(), "prima\n[X] Questo giorno non esiste.\nData: 31/02\n");
    assert_eq!(out.focus.unwrap().cursor, (2, 11));
}
