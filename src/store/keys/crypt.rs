//! What seals what: passwords stretched with Argon2id, keys sealed with
//! XChaCha20-Poly1305, and boxes that anybody can close for somebody and only
//! that one opens (X25519).

use argon2::{Algorithm, Argon2, Block, Params, Version};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::{Zeroize, Zeroizing};

use super::faults::damaged_keys;
use super::{Strength, fill, hex};
use crate::fault::{Fault, Result};

/// Memory that an entry may ask for, in KiB: a damaged file must not take the
/// whole computer.
const MEMORY_LIMIT: u32 = 1024 * 1024;

/// A key, wiped when dropped.
pub(super) type Secret = Zeroizing<[u8; 32]>;

/// Argon2id's parameters, kept in each entry so that they may grow later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl Cost {
    /// Is it cheaper to guess than another?
    pub fn is_below(self, other: Self) -> bool {
        let work = |cost: Self| u64::from(cost.memory_kib) * u64::from(cost.passes);
        work(self) < work(other)
    }
}

impl From<Strength> for Cost {
    fn from(strength: Strength) -> Self {
        match strength {
            // Measured: 0.41 s of an office computer, where 64 MiB take 0.18.
            Strength::Office if !cfg!(debug_assertions) => {
                Self { memory_kib: 128 * 1024, passes: 3, lanes: 1 }
            }
            // Not the program that ships: tests open hundreds of offices.
            Strength::Office => Self { memory_kib: 8 * 1024, passes: 1, lanes: 1 },
            Strength::Throwaway => Self { memory_kib: 64, passes: 1, lanes: 1 },
        }
    }
}

/// The key a password makes. The memory it took is wiped.
pub(super) fn stretch(password: &str, salt: [u8; 16], cost: Cost) -> Result<Secret> {
    if cost.memory_kib > MEMORY_LIMIT || cost.passes > 100 {
        return Err(damaged_keys());
    }
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32));
    let params = params.map_err(|e| damaged_keys().cause(e))?;
    let mut blocks = vec![Block::default(); params.block_count()];
    let mut derived = Zeroizing::new([0; 32]);
    let done = Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into_with_memory(
        password.as_bytes(),
        &salt,
        derived.as_mut_slice(),
        &mut blocks,
    );
    blocks.iter_mut().for_each(Zeroize::zeroize);
    done.map_err(Fault::internal)?;
    Ok(derived)
}

/// Seals a key: 32 bytes and the 16 of the tag.
pub(super) fn seal(with: &Secret, nonce: [u8; 24], key: &[u8; 32], about: &[u8]) -> Result<[u8; 48]> {
    let payload = Payload { msg: key, aad: about };
    let bytes = XChaCha20Poly1305::new(&(**with).into()).encrypt(&nonce.into(), payload);
    bytes.map_err(Fault::internal)?.try_into().map_err(|_| Fault::internal("sealed key length"))
}

/// Opens what [`seal`] sealed; `None` with another key.
pub(super) fn unseal(with: &Secret, nonce: [u8; 24], sealed: &[u8; 48], about: &[u8]) -> Option<Secret> {
    let payload = Payload { msg: sealed, aad: about };
    let bytes = XChaCha20Poly1305::new(&(**with).into()).decrypt(&nonce.into(), payload).ok()?;
    let bytes = Zeroizing::new(bytes);
    bytes.as_slice().try_into().ok().map(Zeroizing::new)
}

/// The two halves of somebody a box can be closed for.
pub(super) struct Halves {
    secret: StaticSecret,
    pub public: [u8; 32],
}

impl Halves {
    /// New ones.
    pub fn random() -> Result<Self> {
        let mut secret = Zeroizing::new([0; 32]);
        fill(secret.as_mut_slice())?;
        Ok(Self::of(&secret))
    }

    /// Those of a secret half.
    pub fn of(secret: &Secret) -> Self {
        let secret = StaticSecret::from(**secret);
        let public = PublicKey::from(&secret).to_bytes();
        Self { secret, public }
    }

    /// The half to be kept.
    pub fn secret(&self) -> Secret {
        Zeroizing::new(self.secret.to_bytes())
    }
}

/// A data key in a box that the owner of a public half opens.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Boxed {
    /// Whose data: the salt of its file.
    #[serde(with = "hex")]
    pub office: [u8; 16],
    #[serde(with = "hex")]
    ephemeral: [u8; 32],
    #[serde(with = "hex")]
    sealed: [u8; 48],
}

impl Boxed {
    /// Closes a data key in a box for `name`, whose public half is known.
    pub fn close(key: &[u8; 32], office: [u8; 16], name: &str, public: [u8; 32]) -> Result<Self> {
        let once = Halves::random()?;
        let with = agreed(&once.secret, public, once.public, public).ok_or_else(damaged_keys)?;
        // The key is of this box alone, so the nonce may be anything.
        let sealed = seal(&with, [0; 24], key, &about(name, office))?;
        Ok(Self { office, ephemeral: once.public, sealed })
    }

    /// Opens it; `None` when it is another's.
    pub fn open(&self, name: &str, owner: &Halves) -> Option<Secret> {
        let with = agreed(&owner.secret, self.ephemeral, self.ephemeral, owner.public)?;
        unseal(&with, [0; 24], &self.sealed, &about(name, self.office))
    }
}

fn about(name: &str, office: [u8; 16]) -> Vec<u8> {
    [&office, name.as_bytes()].concat()
}

/// What two sides agree on, for this box alone.
fn agreed(mine: &StaticSecret, theirs: [u8; 32], ephemeral: [u8; 32], owner: [u8; 32]) -> Option<Secret> {
    let shared = mine.diffie_hellman(&PublicKey::from(theirs));
    if !shared.was_contributory() {
        return None;
    }
    let sum = Sha256::new()
        .chain_update(b"sportello: chiave dei dati, 2")
        .chain_update(shared.as_bytes())
        .chain_update(ephemeral)
        .chain_update(owner);
    Some(Zeroizing::new(sum.finalize().into()))
}

/// Shows that who put a public half beside a name had the data key: without
/// it nobody gets into the next one by writing a line into the file.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Proof {
    #[serde(with = "hex")]
    nonce: [u8; 24],
    #[serde(with = "hex")]
    tag: [u8; 16],
}

impl Proof {
    pub fn make(key: &[u8; 32], name: &str, public: [u8; 32]) -> Result<Self> {
        let mut nonce = [0; 24];
        fill(&mut nonce)?;
        let said = [&public, name.as_bytes()].concat();
        let payload = Payload { msg: &[], aad: &said };
        let tag = proving(key).encrypt(&nonce.into(), payload).map_err(Fault::internal)?;
        Ok(Self { nonce, tag: tag.try_into().map_err(|_| Fault::internal("tag length"))? })
    }

    pub fn holds(&self, key: &[u8; 32], name: &str, public: [u8; 32]) -> bool {
        let said = [&public, name.as_bytes()].concat();
        let payload = Payload { msg: &self.tag, aad: &said };
        proving(key).decrypt(&self.nonce.into(), payload).is_ok()
    }
}

fn proving(key: &[u8; 32]) -> XChaCha20Poly1305 {
    let sum = Sha256::new().chain_update(b"sportello: chi apre, 2").chain_update(key);
    let with: Secret = Zeroizing::new(sum.finalize().into());
    XChaCha20Poly1305::new(&(*with).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_opens_for_its_owner_under_its_name_alone() {
        let (owner, other) = (Halves::random().unwrap(), Halves::random().unwrap());
        let boxed = Boxed::close(&[7; 32], [1; 16], "bianchi", owner.public).unwrap();
        assert_eq!(*boxed.open("bianchi", &owner).unwrap(), [7; 32]);
        assert!(boxed.open("bianchi", &other).is_none());
        assert!(boxed.open("verdi", &owner).is_none());
        let moved = Boxed { office: [2; 16], ..boxed };
        assert!(moved.open("bianchi", &owner).is_none(), "of another office");
        assert!(Boxed::close(&[7; 32], [1; 16], "x", [0; 32]).is_err(), "no half at all");
    }

    #[test]
    fn a_proof_is_of_one_name_and_one_half() {
        let proof = Proof::make(&[7; 32], "bianchi", [1; 32]).unwrap();
        assert!(proof.holds(&[7; 32], "bianchi", [1; 32]));
        assert!(!proof.holds(&[8; 32], "bianchi", [1; 32]));
        assert!(!proof.holds(&[7; 32], "verdi", [1; 32]));
        assert!(!proof.holds(&[7; 32], "bianchi", [2; 32]));
    }

    /// Not a limit, a figure: `c test --release --lib how_long -- --ignored --nocapture`.
    #[test]
    #[ignore = "measures"]
    fn how_long_a_password_takes() {
        for (memory, passes) in [(64, 3), (96, 3), (128, 2), (128, 3), (192, 2), (192, 3), (256, 2)] {
            let cost = Cost { memory_kib: memory * 1024, passes, lanes: 1 };
            let mut took: Vec<_> = (0..5)
                .map(|_| {
                    let begun = std::time::Instant::now();
                    stretch("una frase lunga", [3; 16], cost).unwrap();
                    begun.elapsed()
                })
                .collect();
            took.sort();
            println!("{memory} MiB x {passes}: {:?} (best {:?})", took[2], took[0]);
        }
    }
}
