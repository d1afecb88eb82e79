-- A warning accepted with a reason is shown beside the field it was about.
-- Rows written before say only the rule: the field that names it shows them.
ALTER TABLE accepted_warning ADD COLUMN field TEXT;
