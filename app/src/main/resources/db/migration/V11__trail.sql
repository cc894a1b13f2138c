-- What happened in a session step by step, as bytes of a versioned codec: kinds of pages and times. What propensities are learnt
-- from and asked about. Kept as long as the log's days; null for sessions folded before, and for older ones.
alter table session add column trail bytea;

-- Who leaves after a page, and who orders later in the visit, beside the other models.
alter table model
    drop constraint model_kind_check,
    add constraint model_kind_check check (kind in ('leave', 'rank', 'variants', 'uplift', 'exit', 'order'));
