import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { isVeiledOf, veiledNow } from '../../kernel/veil.ts';
import { today } from '../../subscribers/index.ts';
import type { sheetApi } from '../api/sheet.ts';
import { lineKinds } from '../kinds.ts';
import type { SheetLine } from '../slots.ts';
import { clientsOf, type Led } from './clients-of.ts';
import { linesOf } from './lines-of.ts';

type Sheet = z.input<(typeof sheetApi)['GET /api/vip-sheet']['output']>;
type Tick = { subscriberId: number; line: string; note: string };

const MOST_LINES = 500;

/** What somebody who leads clients has to do today: what was ticked stands last. */
export async function showSheet(
  ctx: Ctx,
  { staffId = staffIdOf(ctx.actor) ?? undefined }: { staffId?: number | undefined },
): Promise<Result<Sheet>> {
  const staff = staffId === undefined ? null : await whoIs(ctx, staffId);
  if (staffId === undefined || !staff) return fail('vip.no_such_personal_manager');
  const clients = await clientsOf(ctx, staffId);
  const [found, ticks, veiled] = await Promise.all([
    linesOf(ctx, clients),
    ticksOf(ctx, clients),
    veiledNow(ctx),
  ]);
  const byId = new Map(clients.map((one) => [one.id, one]));
  const done = new Map(ticks.map((one) => [`${one.subscriberId} ${one.line}`, one.note]));
  const lines = found.map((line) => shown(line, byId, done, isVeiledOf(veiled, line.subscriberId)));
  const place = (line: (typeof lines)[number]): number =>
    lineKinds.indexOf(line.kind) + (line.isDone ? lineKinds.length : 0);
  lines.sort((a, b) => place(a) - place(b));
  return ok({
    staff: { id: staff.id, name: staff.name },
    on: today(ctx),
    clients: clients.length,
    mostClients: staff.mostClients,
    currency: ctx.operator.currency,
    lines: lines.slice(0, MOST_LINES),
    isWhole: lines.length <= MOST_LINES,
  });
}

function shown(
  line: SheetLine,
  clients: ReadonlyMap<number, Led>,
  done: ReadonlyMap<string, string>,
  isHidden: boolean,
): Sheet['lines'][number] {
  const { subscriberId, key, kind, on, minor, count, words, path } = line;
  const client = clients.get(subscriberId);
  const note = done.get(`${subscriberId} ${key}`);
  return {
    subscriberId,
    name: isHidden ? '' : (client?.name ?? ''),
    tier: client?.tier ?? null,
    kind,
    key,
    on: on ?? null,
    minor: minor ?? null,
    count: count ?? null,
    words: isHidden ? null : (words ?? null),
    path: path ?? null,
    isDone: note !== undefined,
    note: note ?? '',
  };
}

async function whoIs(ctx: Ctx, staffId: number) {
  // staff_pkey, vip_managers_pkey
  const { rows } = await sql<{ id: number; name: string; mostClients: number | null }>`
    select s.id, s.name, g.most_clients
    from   staff s left join vip_managers g on g.staff_id = s.id
    where  s.id = ${staffId}`.execute(ctx.db);
  return rows[0] ?? null;
}

async function ticksOf(ctx: Ctx, clients: readonly Led[]): Promise<Tick[]> {
  // vip_ticks_pkey
  const { rows } = await sql<Tick>`
    select subscriber_id, line, note from vip_ticks
    where  subscriber_id = any(${clients.map(({ id }) => id)}::bigint[])
    and    until_on >= ${today(ctx)}::date`.execute(ctx.db);
  return rows;
}
