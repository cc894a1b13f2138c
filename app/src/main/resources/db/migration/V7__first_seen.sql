-- When a product was first spoken of: what is new must not be what is merely new to us.
alter table product add column first_at bigint;
update product set first_at = least(page_at, imported_at);
alter table product alter column first_at set not null;
