use super::*;
use proptest::prelude::*;

/// Everything somebody could think of a table who knows what is published:
/// every way to fill what is hidden. `None` when there are too many.
fn worlds(table: &Table) -> Option<Vec<Vec<u32>>> {
    let hidden: Vec<(usize, usize)> = (0..table.rows.len())
        .flat_map(|r| (0..table.columns.len()).map(move |c| (r, c)))
        .filter(|(r, c)| table.cells[*r][*c].is_none())
        .collect();
    let mut rows: Vec<u32> = table.row_sums.clone();
    let mut columns: Vec<u32> = table.column_sums.clone();
    for (r, row) in table.cells.iter().enumerate() {
        for (c, cell) in row.iter().enumerate() {
            rows[r] -= cell.unwrap_or(0);
            columns[c] -= cell.unwrap_or(0);
        }
    }
    let mut found = Vec::new();
    let mut chosen = Vec::new();
    let mut steps = 0_u32;
    fill(&hidden, &mut rows, &mut columns, &mut chosen, &mut found, &mut steps);
    (steps < 200_000).then_some(found)
}

fn fill(
    hidden: &[(usize, usize)],
    rows: &mut [u32],
    columns: &mut [u32],
    chosen: &mut Vec<u32>,
    found: &mut Vec<Vec<u32>>,
    steps: &mut u32,
) {
    *steps += 1;
    if *steps >= 200_000 {
        return;
    }
    let Some((r, c)) = hidden.get(chosen.len()).copied() else {
        if rows.iter().chain(columns.iter()).all(|left| *left == 0) {
            found.push(chosen.clone());
        }
        return;
    };
    for n in 0..=rows[r].min(columns[c]) {
        (rows[r], columns[c]) = (rows[r] - n, columns[c] - n);
        chosen.push(n);
        fill(hidden, rows, columns, chosen, found, steps);
        chosen.pop();
        (rows[r], columns[c]) = (rows[r] + n, columns[c] + n);
    }
}

fn people(counts: &[Vec<u32>]) -> Vec<(String, String)> {
    let mut people = Vec::new();
    for (r, row) in counts.iter().enumerate() {
        for (c, count) in row.iter().enumerate() {
            people.extend((0..*count).map(|_| (format!("r{r}"), format!("c{c}"))));
        }
    }
    people
}

/// No published number from 1 to 4, and none that the others give away.
fn tells_of_nobody(table: &Table, least: u32) {
    let sums = table.row_sums.iter().chain(&table.column_sums);
    for told in table.cells.iter().flatten().flatten().chain(sums) {
        assert!(*told == 0 || *told >= least, "{told} in {table:?}");
    }
    let sum: u32 = table.row_sums.iter().sum();
    assert_eq!(sum, table.column_sums.iter().sum::<u32>());
    let Some(worlds) = worlds(table) else { return };
    assert!(!worlds.is_empty());
    let hidden = worlds[0].len();
    for place in 0..hidden {
        let values = worlds.iter().map(|world| world[place]);
        let (low, high) = (values.clone().min().unwrap(), values.max().unwrap());
        // Somebody could be sure of one to four only where all worlds say so.
        let sure = low == high && (1..least).contains(&low);
        assert!(!sure, "cell {place} is {low}: {table:?}");
        assert!(low == 0 || high >= least, "cell {place} is surely from {low} to {high}: {table:?}");
    }
}

#[test]
fn a_lone_small_cell_takes_others_with_it() {
    let counts = vec![vec![3, 20, 30], vec![12, 9, 14], vec![40, 6, 8]];
    let table = cross(("età", "genere"), &people(&counts), 5);
    assert_eq!(table.cells[0][0], None);
    let hidden = table.cells.iter().flatten().filter(|cell| cell.is_none()).count();
    assert!((2..6).contains(&hidden), "{table:?}");
    assert_eq!((table.row_sums.clone(), table.column_sums.clone()), (vec![53, 35, 54], vec![55, 35, 52]));
    tells_of_nobody(&table, 5);
}

#[test]
fn categories_of_a_few_are_joined_and_their_sum_is_not_small() {
    let of = |names: &[(&str, usize)]| -> Vec<String> {
        names.iter().flat_map(|(name, count)| vec![(*name).to_owned(); *count]).collect()
    };
    let told = list("provincia", &of(&[("BG", 50), ("BS", 7), ("MI", 3), ("LO", 1)]), 5);
    assert_eq!(told.rows, [("BG".to_owned(), 50), ("altro".to_owned(), 11)]);
    let told = list("provincia", &of(&[("BG", 50), ("MI", 3), ("LO", 2)]), 5);
    assert_eq!(told.rows, [("BG".to_owned(), 50), ("altro".to_owned(), 5)]);
    // Four people are nobody, at whatever threshold below the least.
    assert!(list("provincia", &of(&[("BG", 4)]), 1).rows.is_empty());
    assert!(cross(("a", "b"), &people(&[vec![4]]), 1).cells.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_published_combination_tells_of_one_to_four(
        counts in (1_usize..5, 1_usize..5).prop_flat_map(|(rows, columns)| {
            let cell = prop_oneof![3 => 0_u32..7, 2 => 0_u32..25, 1 => Just(0)];
            prop::collection::vec(prop::collection::vec(cell, columns), rows)
        }),
        least in 3_u32..8,
    ) {
        let table = cross(("a", "b"), &people(&counts), least);
        tells_of_nobody(&table, least.max(LEAST));
    }
}
