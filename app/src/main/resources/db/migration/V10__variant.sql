-- The chance that arm and variant were drawn with, and by which version of the settings, from the plan's token; null for
-- exposures folded before they were kept. And the reward that exists in every arm: a further page view, or an order, within
-- 24 hours of the first trigger.
alter table exposure
    add column propensity double precision check (propensity > 0 and propensity <= 1),
    add column settings integer,
    add column rewarded boolean not null default false;

-- Shares of variants, and whom it pays to show, beside the other models.
alter table model
    drop constraint model_kind_check,
    add constraint model_kind_check check (kind in ('leave', 'rank', 'variants', 'uplift'));
