-- A kept discount falls once a month at most, however often it was given anew meanwhile.
alter table kept_discounts add column fell_on date;
update kept_discounts set fell_on = given_on where ended_on is null;
