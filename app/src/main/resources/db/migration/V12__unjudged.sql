-- What goes to work because it says another thing than the one before, without having been judged.
alter table model
    drop constraint model_outcome_check,
    add constraint model_outcome_check check (outcome in ('BETTER', 'UNJUDGED', 'NO_BETTER', 'TOO_LITTLE'));
update model set outcome = 'UNJUDGED' where kind in ('variants', 'uplift') and outcome = 'BETTER';
