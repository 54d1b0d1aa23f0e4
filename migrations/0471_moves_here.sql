-- reports: who is here of one district, technology or tariff, found by it however few they are.
create index account_moves_district on account_moves (district, account_id) where is_here;
create index account_moves_technology on account_moves (technology, account_id) where is_here;
create index account_moves_tariff on account_moves (to_product_id, account_id) where is_here;
