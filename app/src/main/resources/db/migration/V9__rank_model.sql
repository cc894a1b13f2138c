-- Ranking models beside leave models. Each kind is judged by numbers of its own, so they stand under their names in one column.
-- Mall 0 are all malls together: what is learnt of them is trees over features that name no mall and no product, and no mall's
-- people may read its rows.
alter table model
    drop constraint model_kind_check,
    add constraint model_kind_check check (kind in ('leave', 'rank')),
    add column metrics jsonb not null default '{}',
    -- The version of all malls together whose trees it ranks by; null for its own or none.
    add column pooled integer;
update model set metrics = jsonb_strip_nulls(jsonb_build_object(
    'logLoss', log_loss, 'logLossAtWork', log_loss_at_work, 'areaUnderRoc', area_under_roc,
    'calibrationError', calibration_error, 'calibrationBand', calibration_band));
alter table model
    alter column metrics drop default,
    drop column log_loss,
    drop column log_loss_at_work,
    drop column area_under_roc,
    drop column calibration_error,
    drop column calibration_band;
