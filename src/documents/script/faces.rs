//! Faces for what Titillium Web does not write. Cyrillic and Arabic are in
//! the program, cut down to their letters (19 and 44 kB a weight). Chinese has
//! thirty thousand outlines: its face is a file of this computer, and without
//! it only the page in Chinese is not printed.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::documents::face::{Face, Weight, face};
use crate::fault::{Fault, Result};

/// Who writes a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Titillium Web.
    Latin,
    /// Noto Sans.
    Cyrillic,
    /// Noto Naskh Arabic.
    Arabic,
    /// Noto Sans SC, or another Chinese face of this computer.
    Chinese,
}

/// The face to put in a folder for Chinese, as Google Fonts names it.
pub const CHINESE: &str = "NotoSansSC-Regular.ttf";

/// Files with Chinese in TrueType outlines, the running weight and the one
/// that stands out, best first: as Google Fonts and npm name Noto, then what
/// Windows and Debian bring.
const CHINESE_FILES: &[(&str, &str)] = &[
    (CHINESE, "NotoSansSC-Bold.ttf"),
    ("NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf"),
    ("msyh.ttc", "msyhbd.ttc"),
    ("Deng.ttf", "Dengb.ttf"),
    ("simhei.ttf", "simhei.ttf"),
    ("wqy-microhei.ttc", "wqy-microhei.ttc"),
];

/// Folders of the system, where no folder of ours has the face.
const SYSTEM: &[&str] =
    &["/usr/local/share/fonts", "/usr/share/fonts", "/Library/Fonts", "C:\\Windows\\Fonts"];

/// A face weighs ten to twenty megabytes; what is far larger is none.
const LARGEST: u64 = 64 << 20;
/// Folders inside a folder of faces, and files of each, that are looked at.
const DEEP: usize = 3;
const MANY: usize = 4_000;

static FOLDERS: OnceLock<Vec<PathBuf>> = OnceLock::new();

/// Where to look for faces, first to last, before the folders of the system.
/// Said once, when the program starts; later words change nothing.
pub fn look_in(folders: Vec<PathBuf>) {
    let _ = FOLDERS.set(folders);
}

/// The face of a family in a weight. Families but Latin have two weights.
///
/// # Errors
/// The face is not on this computer: which file to put where.
pub fn of(family: Family, weight: Weight) -> Result<&'static Face> {
    let strong = weight != Weight::Regular;
    match family {
        Family::Latin => Ok(face(weight)),
        Family::Cyrillic | Family::Arabic => Ok(shipped(family, strong)),
        Family::Chinese => {
            static FOUND: OnceLock<[Face; 2]> = OnceLock::new();
            let faces = match FOUND.get() {
                Some(faces) => faces,
                None => {
                    let own = FOLDERS.get().map(Vec::as_slice).unwrap_or_default();
                    let found = chinese(own).ok_or_else(|| missing(own))?;
                    FOUND.get_or_init(|| found)
                }
            };
            Ok(&faces[usize::from(strong)])
        }
    }
}

/// The font program of a face of ours that is shaped.
pub(super) fn arabic_program(weight: Weight) -> &'static [u8] {
    if weight == Weight::Regular {
        include_bytes!("../../../assets/fonts/NotoNaskhArabic-Regular.ttf")
    } else {
        include_bytes!("../../../assets/fonts/NotoNaskhArabic-SemiBold.ttf")
    }
}

fn shipped(family: Family, strong: bool) -> &'static Face {
    static FACES: OnceLock<[Face; 4]> = OnceLock::new();
    let faces = FACES.get_or_init(|| {
        let read = |bytes: &'static [u8], name, class| {
            Face::read(bytes.into(), name, class).expect("the embedded faces are whole: a test reads them")
        };
        [
            read(
                include_bytes!("../../../assets/fonts/NotoSans-Cyrillic-Regular.ttf"),
                "NotoSans-Regular",
                400,
            ),
            read(
                include_bytes!("../../../assets/fonts/NotoSans-Cyrillic-SemiBold.ttf"),
                "NotoSans-SemiBold",
                600,
            ),
            read(arabic_program(Weight::Regular), "NotoNaskhArabic-Regular", 400),
            read(arabic_program(Weight::Strong), "NotoNaskhArabic-SemiBold", 600),
        ]
    });
    &faces[usize::from(family == Family::Arabic) * 2 + usize::from(strong)]
}

/// The first Chinese face there is, in both weights.
fn chinese(own: &[PathBuf]) -> Option<[Face; 2]> {
    let home = std::env::var_os("HOME").map(|home| Path::new(&home).join(".local/share/fonts"));
    let system = SYSTEM.iter().map(PathBuf::from);
    own.iter().cloned().chain(home).chain(system).find_map(|folder| {
        let files = files(&folder);
        let named = |name: &str| files.iter().find(|file| file.file_name().is_some_and(|own| own == name));
        CHINESE_FILES.iter().find_map(|(regular, strong)| {
            let plain = read(named(regular)?, "Chinese-Regular", 400)?;
            let strong = named(strong).and_then(|file| read(file, "Chinese-Bold", 700));
            let strong = strong.or_else(|| read(named(regular)?, "Chinese-Bold", 400))?;
            Some([plain, strong])
        })
    })
}

fn read(file: &Path, name: &'static str, class: u16) -> Option<Face> {
    let size = std::fs::metadata(file).ok().filter(std::fs::Metadata::is_file)?.len();
    let bytes = (size <= LARGEST).then(|| std::fs::read(file).ok()).flatten()?;
    let face = Face::read(bytes.into(), name, class)?;
    let writes = "中文，。（）".chars().all(|c| face.glyph(c).is_some());
    (writes && face.may_be_embedded()).then_some(face)
}

/// The files of a folder and of those in it, in order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![(folder.to_owned(), 0)];
    while let Some((folder, depth)) = folders.pop() {
        let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten().take(MANY);
        for path in entries.map(|entry| entry.path()) {
            if path.is_dir() {
                if depth < DEEP {
                    folders.push((path, depth + 1));
                }
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn missing(own: &[PathBuf]) -> Fault {
    // The last of ours is there whatever the office: the data of the program.
    let place =
        own.last().map_or_else(|| "dei caratteri".to_owned(), |folder| format!("«{}»", folder.display()));
    Fault::outside("Su questo computer manca il carattere per scrivere in cinese.").hint(format!(
        "Mettere il file {CHINESE} (Noto Sans SC, gratuito, da fonts.google.com) nella cartella {place} e riprovare. \
         Le altre lingue si stampano lo stesso."
    ))
}

/// Is the Chinese face here, for a test that needs it? Where
/// `SPORTELLO_FONTS` says it is (`.ci/run`), it must be.
#[cfg(test)]
pub(in crate::documents) fn chinese_is_here() -> bool {
    let folder = std::env::var_os("SPORTELLO_FONTS");
    look_in(folder.iter().map(PathBuf::from).collect());
    let found = of(Family::Chinese, Weight::Regular);
    assert!(folder.is_none() || found.is_ok(), "{:?}", found.err());
    found.is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::face::{Coined, Part};

    #[test]
    fn what_ships_writes_its_letters() {
        for weight in [Weight::Regular, Weight::Strong, Weight::Bold] {
            let cyrillic = of(Family::Cyrillic, weight).unwrap();
            assert!(
                "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюя’«»—.,"
                    .chars()
                    .all(|c| cyrillic.glyph(c).is_some())
            );
            let arabic = of(Family::Arabic, weight).unwrap();
            assert!("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى،؛؟ًٌٍَُِّْ".chars().all(|c| arabic.glyph(c).is_some()));
            assert!(cyrillic.may_be_embedded() && arabic.may_be_embedded());
        }
    }

    #[test]
    fn a_folder_without_the_face_is_told_apart_from_one_with_a_broken_one() {
        let dir = tempfile::tempdir().unwrap();
        assert!(read(&dir.path().join(CHINESE), "x", 400).is_none());
        for broken in
            [&b""[..], b"ttcf", b"ttcf\0\0\0\0\0\0\0\x01\xff\xff\xff\xff", b"OTTO\0\x01", &[0xff; 300]]
        {
            std::fs::write(dir.path().join(CHINESE), broken).unwrap();
            assert!(read(&dir.path().join(CHINESE), "x", 400).is_none());
        }
        // A face of another script is none, whatever its name.
        std::fs::write(dir.path().join(CHINESE), arabic_program(Weight::Regular)).unwrap();
        assert!(read(&dir.path().join(CHINESE), "x", 400).is_none());
        let fault = missing(&[dir.path().to_owned()]);
        assert!(
            fault.hint.contains(CHINESE) && fault.hint.contains(&dir.path().display().to_string()),
            "{fault}"
        );
    }

    /// Cut anywhere, a face is refused or read: never a panic.
    #[test]
    fn a_damaged_face_stops_nothing() {
        let whole = arabic_program(Weight::Regular);
        let parts = [7, 150].map(|id| Part { id, x: 10, y: -10 }).to_vec();
        let coined = [Coined { parts, advance: 700 }];
        for cut in (0..whole.len()).step_by(97) {
            if let Some(face) = Face::read(whole[..cut].to_vec().into(), "x", 400) {
                let _ = face.subset(&(1..200).collect(), &coined);
            }
        }
        for at in (0..4000).step_by(7) {
            let mut bytes = whole.to_vec();
            bytes[at] ^= 0xff;
            if let Some(face) = Face::read(bytes.into(), "x", 400) {
                let _ = face.subset(&(1..200).collect(), &coined);
            }
        }
    }
}
