import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { inBulkTransaction } from '../kernel/db/bulk.ts';
import { bulkBegin, bulkLoadCare, bulkLoadEvents } from '../vip/index.ts';
import { monthStart } from './months.ts';
import type { DemoPlan } from './subscriber-at.ts';
import { careOf } from './vip-care.ts';
import { eventsOf } from './vip-events.ts';

/** A larger base is made to measure something else, and has thousands of clients. */
const MOST_SUBSCRIBERS = 50_000;
const MOST_CLIENTS = 60;
/** By then a night's count is over. */
const MORNING_MS = 8 * 3_600_000;

const items = [
  { name: 'Букет из сезонных цветов', kind: 'flowers', priceMinor: 90_000, stock: null },
  { name: 'Коньяк, пять звёзд', kind: 'cognac', priceMinor: 140_000, stock: 24 },
  { name: 'Фирменная сумка', kind: 'branded', priceMinor: 60_000, stock: 40 },
  { name: 'Ужин на двоих', kind: 'certificate', priceMinor: 120_000, stock: null },
  { name: 'Кубок победителям', kind: 'original', priceMinor: 80_000, stock: 20 },
  { name: 'Мяч с автографами', kind: 'branded', priceMinor: 40_000, stock: 60 },
] as const;

/**
 * The programme as it stands today by the product's own count: who leads whom, days and gifts of
 * clients, an evening and a tournament that were, and one that is to come.
 */
export async function writeVip(ctx: Ctx, plan: DemoPlan): Promise<void> {
  if (plan.subscribers > MOST_SUBSCRIBERS) return;
  const { leading, leaders } = await peopleOf(ctx);
  const [boss] = leaders;
  const [first] = leading;
  if (boss === undefined || first === undefined) return;
  const brought = await bulkBegin(ctx, {
    personalManagers: leading.map((staffId, at) => ({
      staffId,
      tempers: at % 2 === 0 ? ['businesslike', 'reserved'] : ['friendly', 'demanding'],
    })),
    items,
    nights: [new Date(monthStart(plan.today, 1).getTime() + MORNING_MS), plan.today],
  });
  const clients = brought.clients.slice(0, MOST_CLIENTS);
  const people = { boss, leading, items: brought.items, clients };
  await inBulkTransaction(ctx, async (bulk) => {
    const before = await sql`select from vip_events limit 1`.execute(bulk.db);
    if (before.rows.length > 0) return;
    await bulkLoadCare(bulk, careOf(plan, people));
    await bulkLoadEvents(bulk, eventsOf(plan, people));
  });
}

/** Sellers lead clients; whoever leads a team approves. */
async function peopleOf(ctx: Ctx): Promise<{ leading: number[]; leaders: number[] }> {
  // staff_team (team_id)
  const { rows } = await sql<{ id: number; isLeader: boolean }>`
    select s.id, s.email like 'team-%-0@bereg.example' as is_leader
    from   staff s join teams t on t.id = s.team_id
    where  s.email like 'team-%@bereg.example'
    and   (t.name = 'Продажи' or s.email like 'team-%-0@bereg.example')
    order  by s.id`.execute(ctx.db);
  return {
    leading: rows
      .filter(({ isLeader }) => !isLeader)
      .map(({ id }) => id)
      .slice(0, 2),
    leaders: rows.filter(({ isLeader }) => isLeader).map(({ id }) => id),
  };
}
