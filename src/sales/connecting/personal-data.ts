import { sql } from 'kysely';
import type { PersonalDataSource } from '../../subscribers/index.ts';
import { dealsOf } from '../deals/personal-data.ts';

/** When we came to connect, or were to come, and why it was called off. */
const visits: PersonalDataSource = {
  section: 'visits',
  load: async (ctx, ids) => {
    // visits_deal and visits_called_off (deal_id), visit_slots_pkey
    const { rows } = await sql<Record<string, unknown>>`
      select v.deal_id as number, v.on_day, to_char(make_interval(mins => t.from_minute), 'HH24:MI')
               || '–' || to_char(make_interval(mins => t.to_minute), 'HH24:MI') as hours,
             v.cancelled_at, v.cancel_reason as reason
      from   visits v join visit_slots t on t.id = v.slot_id
      where  v.deal_id in ${dealsOf(ids)}
      order  by v.id`.execute(ctx.db);
    return rows;
  },
};

/** What was handed over, and why it came back. */
const equipment: PersonalDataSource = {
  section: 'equipment',
  choices: { basis: (value) => `order.bases.${value}` },
  load: async (ctx, ids) => {
    // deal_equipment_deal (deal_id, id)
    const { rows } = await sql<Record<string, unknown>>`
      select deal_id as number, kind, serial, basis, handed_at, returned_at,
             return_reason as reason
      from   deal_equipment where deal_id in ${dealsOf(ids)}
      order  by id`.execute(ctx.db);
    return rows;
  },
};

/** What accounts it became, and why one was taken back. */
const connections: PersonalDataSource = {
  section: 'connections',
  load: async (ctx, ids) => {
    // deal_connections_deal (deal_id, id), accounts_pkey
    const { rows } = await sql<Record<string, unknown>>`
      select c.deal_id as number, a.number as account, c.connected_at, c.undone_at,
             c.undo_reason as reason
      from   deal_connections c join accounts a on a.id = c.account_id
      where  c.deal_id in ${dealsOf(ids)}
      order  by c.id`.execute(ctx.db);
    return rows;
  },
};

export const personalData = [visits, equipment, connections];
