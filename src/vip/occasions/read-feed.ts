import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { calendarText } from './calendar-text.ts';
import { digestOf } from './make-feed.ts';
import { readComing } from './occasion-rows.ts';

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
  const day = today(ctx);
  const days = await readComing(ctx, sql`v.acting_id = ${feed.staffId}`, {
    from: daysAfter(day, -BEFORE_DAYS),
    to: daysAfter(day, AHEAD_DAYS),
  });
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
