//! Omocodia: letters in the place of digits, in any of the seven digit places.

/// Where digits are expected, from the left.
pub const DIGIT_PLACES: [usize; 7] = [6, 7, 9, 10, 12, 13, 14];

/// The letter that stands for each digit.
const LETTERS: [u8; 10] = *b"LMNPQRSTUV";

/// The digit a character stands for in a digit place.
pub fn digit(byte: u8) -> Option<u8> {
    if byte.is_ascii_digit() {
        return Some(byte);
    }
    (b'0'..).zip(LETTERS).find(|(_, letter)| *letter == byte).map(|(digit, _)| digit)
}

/// Does a code of sixteen characters have a letter in a digit place?
pub fn has_letters(code: &str) -> bool {
    DIGIT_PLACES.iter().any(|at| !code.as_bytes()[*at].is_ascii_digit())
}

/// The first fifteen characters of a good code, with digits in digit places.
pub fn digits(code: &str) -> String {
    swapped(&code[..15], |_, byte| digit(byte).unwrap_or(byte))
}

/// The 127 ways to replace digits, beginning with the rightmost.
pub fn variants(base: String) -> impl Iterator<Item = String> {
    (1_u32..1 << DIGIT_PLACES.len()).map(move |mask| {
        swapped(&base, |nth, byte| {
            let from_right = DIGIT_PLACES.len() - 1 - nth;
            if mask >> from_right & 1 == 1 {
                LETTERS[usize::from(byte.wrapping_sub(b'0') % 10)]
            } else {
                byte
            }
        })
    })
}

fn swapped(body: &str, swap: impl Fn(usize, u8) -> u8) -> String {
    body.bytes()
        .enumerate()
        .map(|(index, byte)| match DIGIT_PLACES.iter().position(|at| *at == index) {
            Some(nth) => char::from(swap(nth, byte)),
            None => char::from(byte),
        })
        .collect()
}
