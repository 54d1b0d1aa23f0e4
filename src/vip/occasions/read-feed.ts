import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { calendarText } from './calendar-text.ts';
import { digestOf } from './make-feed.ts';
import { type OccasionRow, readComing } from './occasion-rows.ts';

/** Days from a month ago to a year ahead. */
const [BEFORE_DAYS, AHEAD_DAYS] = [30, 365];

/** The days of the clients of whoever made the link, while they work here and may see them. */
export async function readFeed(
  ctx: Ctx,
  { secret }: { secret: string },
): Promise<Result<Download>> {
  // vip_feeds_digest_key, staff_pkey, roles_pkey
  const { rows } = await sql<{ staffId: number }>`
    select f.staff_id
    from   vip_feeds f
    join   staff s on s.id = f.staff_id and s.disabled_at is null
    join   roles r on r.id = s.role_id
    where  f.digest = ${digestOf(ctx, secret)}
    and   (r.code is not distinct from 'administrator' or r.permissions ? 'vip.work')`.execute(
    ctx.db,
  );
  const [feed] = rows;
  if (!feed) return fail('vip.no_such_feed');
  const days = [...(await ownDays(ctx, feed.staffId)), ...(await deputysDays(ctx, feed.staffId))];
  const texts = textsIn(ctx.operator.language);
  const body = calendarText(
    texts.t('vip:occasions.title'),
    days.map(({ key, on, kind, name, subscriber, note }) => ({
      uid: `${key}-${subscriber.id}-${on}@bereg`,
      on,
      title: [subscriber.name, texts.t(`vip:occasionKinds.${kind}`), name]
        .filter((word) => word !== '')
        .join(' · '),
      text: note,
    })),
    { madeAt: ctx.clock.now(), dayAfter: (one) => daysAfter(one, 1) },
  );
  return ok({ body, contentType: 'text/calendar; charset=utf-8', fileName: 'vip.ics' });
}

const ledBy = (staffId: number, actingId: number) =>
  sql`v.personal_manager_id = ${staffId} and v.acting_id = ${actingId}`;

async function ownDays(ctx: Ctx, staffId: number): Promise<OccasionRow[]> {
  const day = today(ctx);
  const period = { from: daysAfter(day, -BEFORE_DAYS), to: daysAfter(day, AHEAD_DAYS) };
  return readComing(ctx, ledBy(staffId, staffId), period);
}

/** Of clients of those who are away only the days while they are, and not what was noted. */
async function deputysDays(ctx: Ctx, staffId: number): Promise<OccasionRow[]> {
  // an operator has some dozens of personal managers
  const { rows } = await sql<{ staffId: number; from: string; to: string }>`
    select staff_id, away_from as "from", least(away_to, away_from + ${AHEAD_DAYS}::int) as "to"
    from   vip_managers
    where  deputy_id = ${staffId} and ${today(ctx)}::date between away_from and away_to
    order  by staff_id`.execute(ctx.db);
  const days: OccasionRow[] = [];
  for (const { staffId: awayId, ...period } of rows) {
    days.push(...(await readComing(ctx, ledBy(awayId, staffId), period)));
  }
  return days.map((one) => ({ ...one, note: '' }));
}
