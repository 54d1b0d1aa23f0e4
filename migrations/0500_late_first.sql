-- sales: a column of the board begins with what is late in it.
create index deals_board_late on deals (stage_id, due_at, id) where state = 'open';
