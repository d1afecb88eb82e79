//! One declaration a parameter: field, type, what it may be. The code is the
//! group's name and the field's.

use super::{Kind, Unit, Value};

/// A type a parameter may have.
pub(super) trait Figure: Sized {
    /// The value, if the table's fits the type.
    fn figure(value: &Value) -> Option<Self>;
}

impl Figure for u32 {
    fn figure(value: &Value) -> Option<Self> {
        match value {
            Value::Number(n) => Some(*n),
            Value::Flag(_) | Value::Word(_) => None,
        }
    }
}

impl Figure for bool {
    fn figure(value: &Value) -> Option<Self> {
        match value {
            Value::Flag(flag) => Some(*flag),
            Value::Number(_) | Value::Word(_) => None,
        }
    }
}

/// A number of that unit, between two others.
pub(super) const fn number(unit: Unit, least: u32, most: u32) -> Kind {
    Kind::Number { unit, least, most }
}

/// Calendar days.
pub(super) const fn days(least: u32, most: u32) -> Kind {
    number(Unit::Days, least, most)
}

/// A group of parameters: the struct, what each may be, how it is read.
macro_rules! group {
    ($(#[$doc:meta])* $name:ident, $prefix:literal:
        $($(#[$about:meta])* $field:ident: $type:ty = $kind:expr;)+) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name {
            $($(#[$about])* pub $field: $type,)+
        }

        impl $name {
            /// What each of them may be.
            pub(super) const SPECS: &'static [$crate::domain::parameters::Spec] = &[
                $($crate::domain::parameters::Spec {
                    code: concat!($prefix, ".", stringify!($field)),
                    kind: $kind,
                },)+
            ];

            /// The group whose values `of` gives by code.
            pub(super) fn read(
                of: &dyn Fn(&str) -> Option<$crate::domain::parameters::Value>,
            ) -> Result<Self, &'static $crate::domain::parameters::Spec> {
                let mut specs = Self::SPECS.iter();
                // The fields are read in the order in which they are declared.
                Ok(Self {
                    $($field: {
                        let spec = specs.next().expect("one a field, from the same list");
                        of(spec.code)
                            .filter(|value| spec.takes(value))
                            .and_then(|value| <$type as $crate::domain::parameters::group::Figure>::figure(&value))
                            .ok_or(spec)?
                    },)+
                })
            }
        }
    };
}

/// An open point: an enum with the word of each answer and what the operator
/// reads.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident: $($(#[$about:meta])* $variant:ident = $word:literal, $label:literal;)+) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$about])* $variant,)+
        }

        impl $name {
            pub(super) const WORDS: &'static [(&'static str, &'static str)] = &[$(($word, $label)),+];
        }

        impl $crate::domain::parameters::group::Figure for $name {
            fn figure(value: &$crate::domain::parameters::Value) -> Option<Self> {
                match value {
                    $($crate::domain::parameters::Value::Word(word) if word == $word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}

pub(super) use {choice, group};
