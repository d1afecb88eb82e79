-- The law as code: office's own figures, jobs and incomes, signing channels,
-- cases, intake, questionnaire, terms.

-- == state changes: at which office (states.md, first lines)
ALTER TABLE state_event ADD COLUMN office TEXT NOT NULL DEFAULT '';

-- == office's own rows of tables and levels of rules

-- == employment spells, communications, incomes

-- == signing channels

-- == conditionality cases, targeted placement

-- == MiAttivo, PAD

-- == assessment

-- == terms (local)
