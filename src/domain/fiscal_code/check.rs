//! The two check characters: the letter of the sixteen, the digit of the eleven.

/// What a character in an odd place (first, third...) weighs; digits weigh
/// like the letters A to J.
const ODD: [u32; 26] =
    [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/// The check letter of fifteen capitals and digits.
pub fn letter(body: &[u8]) -> u8 {
    let sum: u32 = body
        .iter()
        .enumerate()
        .map(|(index, byte)| {
            let value = if byte.is_ascii_digit() { byte - b'0' } else { byte.wrapping_sub(b'A') };
            if index % 2 == 0 { ODD[usize::from(value % 26)] } else { u32::from(value % 26) }
        })
        .sum();
    b'A' + u8::try_from(sum % 26).expect("a remainder of 26 is small")
}

/// The check digit of the first ten digits of a provisional number (the
/// Luhn scheme, as for VAT numbers).
pub fn digit(body: &[u8]) -> u8 {
    let sum: u32 = body
        .iter()
        .enumerate()
        .map(|(index, byte)| {
            let value = u32::from(byte.wrapping_sub(b'0') % 10);
            match index % 2 {
                0 => value,
                _ if value > 4 => value * 2 - 9,
                _ => value * 2,
            }
        })
        .sum();
    b'0' + u8::try_from((10 - sum % 10) % 10).expect("a digit is small")
}
