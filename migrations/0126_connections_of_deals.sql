-- Connections of a deal, those too that were undone.
create index deal_connections_deal on deal_connections (deal_id, id);
