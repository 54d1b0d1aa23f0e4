-- sales: leads are found by name, phone, e-mail and words, as deals are.
create table search_leads partition of search_entries for values in ('lead');
