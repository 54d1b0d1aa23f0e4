-- sales: how far the cable goes to where a guided sale sells, for what is priced by the metre.
alter table guided_sales add column metres integer check (metres between 0 and 100000);
