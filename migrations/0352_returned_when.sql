-- billing: payments that went back are found by when they did.
create index payment_returns_returned on payment_returns (returned_at);
