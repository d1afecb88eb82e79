//! The recovery key: 160 bits on a sheet in the safe, in eight groups of five
//! signs to be typed. The last sign of each group checks the others, so that
//! whoever types it wrong is told where.

use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::crypt::Secret;
use super::fill;
use crate::fault::{Fault, Result};

/// Digits and letters, without those read as another (I, L, O, U).
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS: usize = 8;
/// Signs of a group, without its check.
const DATA: usize = 4;

/// A recovery key. Wiped when dropped, shown only where it is printed.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCode {
    /// Five bits each.
    signs: [u8; GROUPS * DATA],
}

impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCode")
    }
}

impl RecoveryCode {
    /// A new one.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn random() -> Result<Self> {
        let mut signs = [0; GROUPS * DATA];
        fill(&mut signs)?;
        signs.iter_mut().for_each(|sign| *sign &= 31);
        Ok(Self { signs })
    }

    /// The half that opens the box.
    pub(super) fn secret(&self) -> Secret {
        let sum = Sha256::new().chain_update(b"sportello: chiave di recupero, 2").chain_update(self.signs);
        Zeroizing::new(sum.finalize().into())
    }

    /// The groups as printed: `7K2MQ`.
    #[must_use]
    pub fn groups(&self) -> Vec<Zeroizing<String>> {
        let group = |(place, data): (usize, &[u8])| {
            let signs = data.iter().copied().chain([check(place, data)]);
            Zeroizing::new(signs.map(|sign| char::from(SIGNS[usize::from(sign)])).collect())
        };
        self.signs.chunks(DATA).enumerate().map(group).collect()
    }

    /// What somebody types: in groups or not, in small letters, O for 0, I or
    /// L for 1.
    ///
    /// # Errors
    /// A usage fault that says how much is missing, which sign is none or
    /// which group does not fit.
    pub fn read(typed: &str) -> Result<Self> {
        let mut signs = Zeroizing::new(Vec::with_capacity(GROUPS * (DATA + 1)));
        for c in typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.' | '–')) {
            let Some(sign) = sign(c) else {
                return Err(Fault::usage("Nella chiave di recupero ci sono solo lettere e cifre.")
                    .hint(format!("Il segno numero {} non è tra questi.", signs.len() + 1)));
            };
            signs.push(sign);
        }
        if signs.len() != GROUPS * (DATA + 1) {
            return Err(Fault::usage(format!(
                "La chiave di recupero ha otto gruppi di cinque segni: ne sono stati scritti {}, non 40.",
                signs.len()
            ))
            .hint("Ricopiarla dal foglio, un gruppo dopo l'altro."));
        }
        let mut read = Self { signs: [0; GROUPS * DATA] };
        for (place, group) in signs.chunks(DATA + 1).enumerate() {
            if check(place, &group[..DATA]) != group[DATA] {
                return Err(Fault::usage(format!(
                    "Il gruppo {} della chiave di recupero non torna.",
                    place + 1
                ))
                .hint("Ricontrollarlo sul foglio: basta un segno sbagliato."));
            }
            read.signs[place * DATA..][..DATA].copy_from_slice(&group[..DATA]);
        }
        Ok(read)
    }
}

/// A group in another's place does not fit either.
fn check(place: usize, data: &[u8]) -> u8 {
    Sha256::new().chain_update([u8::try_from(place).unwrap_or(0)]).chain_update(data).finalize()[0] & 31
}

fn sign(c: char) -> Option<u8> {
    let c = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    };
    SIGNS.iter().position(|known| char::from(*known) == c).and_then(|place| u8::try_from(place).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(code: &RecoveryCode) -> String {
        code.groups().iter().map(|group| group.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn it_is_read_as_people_type_it() {
        for _ in 0..50 {
            let code = RecoveryCode::random().unwrap();
            let text = written(&code);
            assert_eq!(text.len(), 8 * 5 + 7);
            let typed = text.to_lowercase().replace('0', "o").replace('1', "l").replace(' ', "-");
            for form in [text.clone(), text.replace(' ', ""), typed] {
                assert_eq!(RecoveryCode::read(&form).unwrap(), code, "{form}");
            }
        }
    }

    #[test]
    fn a_wrong_sign_is_told_with_its_group() {
        let code = RecoveryCode { signs: std::array::from_fn(|n| u8::try_from(n).unwrap()) };
        let good: Vec<char> = written(&code).chars().collect();
        let (mut told, mut missed) = (0, 0);
        for place in (0..good.len()).filter(|place| good[*place] != ' ') {
            for other in SIGNS.iter().map(|sign| char::from(*sign)).filter(|sign| *sign != good[place]) {
                let mut bad = good.clone();
                bad[place] = other;
                match RecoveryCode::read(&bad.iter().collect::<String>()) {
                    Ok(read) => {
                        assert_ne!(read, code);
                        missed += 1;
                    }
                    Err(fault) => {
                        told += 1;
                        assert!(fault.message.contains(&format!("gruppo {} ", place / 6 + 1)), "{fault}");
                    }
                }
            }
        }
        assert!(missed * 16 < told, "{missed} of {told}: one in thirty-two may pass");
    }

    #[test]
    fn too_little_and_other_signs_are_said() {
        assert!(RecoveryCode::read("").unwrap_err().message.contains("0, non 40"));
        assert!(RecoveryCode::read("7K2M€").unwrap_err().hint.contains("numero 5"));
        assert_eq!(format!("{:?}", RecoveryCode::random().unwrap()), "RecoveryCode");
    }
}
