import { sql } from 'kysely';
import { z } from 'zod';
import { CursorInstant, makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import { DateOnly } from '../../kernel/api/shapes.ts';
import type { Ctx } from '../../kernel/context.ts';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { isUnderVeil, veiledNow } from '../../kernel/veil.ts';
import type { lostApi } from '../api/lost.ts';

type Route = (typeof lostApi)['GET /api/money-lost/{process}/contacts'];
type Listed = z.output<Route['output']>;
type Row = Listed['contacts'][number] & { month: string; exactAt: string };

const Place = z.tuple([DateOnly, CursorInstant, z.int()]);

/** The contacts of a process that went wrong in some months, as far as the asker may see them. */
export async function listContacts(
  ctx: Ctx,
  { process, from, to, cursor, limit }: z.output<Route['input']>,
): Promise<Result<Listed>> {
  const place = placeAfter(cursor, Place);
  if (!place.ok) return place;
  const isAfter = place.value && sql`and (l.month, l.at, l.id) < (${sql.join(place.value)})`;
  const reached = visibleTo(ctx, 'quality.lost_rows', {
    owner: 'x.ownerStaffId',
    team: 'x.teamId',
  });
  // lost_contacts_listed (process, month desc, at desc, id desc), and keys of all else
  const { rows } = await sql<Row>`
    select l.id, l.kind, l.ref_id, coalesce(c.number::text, a.number, l.ref_id::text) as number,
           l.at, l.month, l.at::text as exact_at, r.id as subscriber_id, d.id as deal_id,
           coalesce(r.display_name, d.name, '') as name, l.amount, l.is_known, l.is_good,
           l.worth_minor, l.is_once
    from   lost_contacts l
    left   join subscribers s on s.id = l.root_id
    left   join subscribers r on r.id = s.root_id
    left   join conversations c on l.kind = 'conversation' and c.id = l.ref_id
    left   join deals d on d.id = case when l.kind = 'deal' then l.ref_id
                                       when l.person like 'd%' then substr(l.person, 2)::bigint end
    left   join retention_cases k on l.kind = 'case' and k.id = l.ref_id
    left   join tickets t on l.kind = 'ticket' and t.id = l.ref_id
    left   join accounts a on l.kind = 'account' and a.id = l.ref_id
    cross  join lateral (
      select case when l.kind in ('account', 'subscriber') then r.owner_staff_id
                  else coalesce(c.owner_staff_id, d.owner_staff_id, k.owner_staff_id,
                                t.owner_staff_id) end as owner_staff_id,
             case when l.kind in ('account', 'subscriber') then r.team_id
                  else coalesce(c.team_id, d.team_id, k.team_id, t.team_id) end as team_id) x
    where  l.process = ${process} and l.month between ${from} and ${to} ${isAfter ?? sql``}
    and    ${reached} and not ${isUnderVeil(await veiledNow(ctx), sql`r.id`)}
    order  by l.month desc, l.at desc, l.id desc
    limit  ${limit + 1}`.execute(ctx.db);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor =
    last && rows.length > limit ? makeCursor([last.month, last.exactAt, last.id]) : null;
  return ok({ currency: ctx.operator.currency, contacts: page, nextCursor });
}
