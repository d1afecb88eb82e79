use super::*;
use crate::domain::appointment::{Appointment, AppointmentState};
use crate::domain::did::Benefit;

fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn at(hour: u32, minute: u32) -> NaiveDateTime {
    monday().and_hms_opt(hour, minute, 0).unwrap()
}

fn cell(hour: u32, minute: u32, minutes: u32, kind: CellKind) -> Cell {
    Cell { start: at(hour, minute), minutes, kind }
}

fn sent(hour: u32, minute: u32, minutes: u32) -> Cell {
    let appointment = Appointment {
        id: AppointmentId(uuid::Uuid::from_u128(u128::from(hour * 60 + minute))),
        start: at(hour, minute),
        minutes,
        state: AppointmentState::Sent,
        ..Appointment::default()
    };
    let row = AgendaRow {
        appointment,
        person: "ROSSI MARIA".into(),
        fiscal_code: String::new(),
        operator: String::new(),
        benefit: Benefit::None,
    };
    let booked = Booked { row, unclosed: false, unproved: true, unsigned: false };
    cell(hour, minute, minutes, CellKind::Booked(Box::new(booked)))
}

fn operator(n: u128) -> OperatorId {
    OperatorId(uuid::Uuid::from_u128(n))
}

fn lane(n: u128, cells: Vec<Cell>) -> Lane {
    Lane {
        operator: operator(n),
        day: monday(),
        title: n.to_string(),
        away: None,
        cells,
        counts: DayCounts::default(),
    }
}

#[test]
fn the_pointer_keeps_its_hour_across_lanes_and_its_appointment_across_readings() {
    let lanes = || {
        vec![
            lane(1, vec![sent(9, 0, 45), sent(11, 0, 45), sent(15, 0, 45)]),
            lane(2, Vec::new()),
            lane(
                3,
                vec![
                    sent(9, 30, 30),
                    sent(10, 0, 120),
                    cell(12, 30, 90, CellKind::Pause),
                    cell(14, 0, 45, CellKind::Free),
                ],
            ),
        ]
    };
    let mut board = Board::default();
    assert!(board.act(Action::Down) && board.act(Action::Right), "a waiting board takes its keys");
    assert_eq!(board.cell(), None);
    board.set(lanes(), (operator(1), monday()), at(10, 42));
    let hour = |board: &Board| board.cell().map(|cell| cell.start.format("%H:%M").to_string());
    assert_eq!(hour(&board).as_deref(), Some("11:00"), "the first that is not over");
    board.act(Action::Right);
    assert_eq!(hour(&board), None, "nothing there");
    board.act(Action::Right);
    assert_eq!(hour(&board).as_deref(), Some("10:00"), "the one that runs at eleven");
    board.act(Action::Right);
    board.act(Action::Down);
    assert_eq!(hour(&board).as_deref(), Some("14:00"), "over the pause");
    board.act(Action::Up);
    board.set(lanes(), (operator(1), monday()), at(10, 50));
    assert_eq!(hour(&board).as_deref(), Some("10:00"), "read again: where it was");
    assert_eq!(board.lane().unwrap().operator, operator(3));
    board.wait();
    board.set(lanes(), (operator(1), monday()), at(10, 50));
    assert_eq!(board.lane().unwrap().operator, operator(1), "another day: home");
}
