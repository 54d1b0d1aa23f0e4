import { type RawBuilder, sql } from 'kysely';
import { type WorkCalendar, workingSecondsBetween } from '../../norms/index.ts';
import type { Stay } from '../api/moments.ts';

type StaySql = {
  /** Joined to the tickets `t`, where the beginning stands elsewhere. */
  join: RawBuilder<unknown>;
  /** Since when it lasts. */
  since: RawBuilder<unknown>;
  only: RawBuilder<unknown>;
  /** The events `e` that may have begun it; null where only the subscriber does. */
  begunBy: RawBuilder<unknown> | null;
};

const none = sql``;
const all = sql`true`;

/** How each of the things that last is read from the tickets. */
export const staySql: Readonly<Record<Stay, StaySql>> = {
  // tickets_in_state (coalesce(state_since, updated_at)) where root_id is null
  in_state: {
    join: none,
    since: sql`coalesce(t.state_since, t.updated_at)`,
    only: all,
    begunBy: sql`(e.type = 'tickets.opened' or e.facts -> 'fields' @> '["state"]')`,
  },
  // tickets_unchanged (updated_at) where state <> 'done' and root_id is null
  unchanged: {
    join: none,
    since: sql`t.updated_at`,
    only: sql`t.state <> 'done'`,
    begunBy: sql`e.type in ('tickets.opened', 'tickets.changed', 'tickets.reopened')`,
  },
  // ticket_clocks_awaited (started_at) where met_at is null and kind <> 'resolution'
  unanswered: {
    join: sql`join ticket_clocks awaited on awaited.ticket_id = t.id
                and awaited.met_at is null and awaited.kind <> 'resolution'`,
    since: sql`awaited.started_at`,
    only: all,
    begunBy: null,
  },
  // tickets_due (due_at, id)
  overdue: { join: none, since: sql`t.due_at`, only: all, begunBy: all },
};

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 1200;

/**
 * The latest moment from which so many seconds of work have passed until `now`: what lasts since
 * then or longer has lasted long enough.
 * @param calendar null counts all hours
 */
export function longAgo(calendar: WorkCalendar | null, now: Date, seconds: number): Date {
  const plain = now.getTime() - seconds * 1000;
  if (!calendar) return new Date(plain);
  const isEnough = (ms: number): boolean =>
    workingSecondsBetween(calendar, new Date(ms), now).seconds >= seconds;
  const farthest = now.getTime() - LONGEST_DAYS * DAY_MS;
  let from = plain;
  while (!isEnough(from)) {
    if (from <= farthest) return new Date(farthest);
    from = Math.max(farthest, now.getTime() - 2 * (now.getTime() - from) - DAY_MS);
  }
  // Between a moment that is early enough and one that is not, or the plain one, which is the last.
  let [early, late] = [from, plain];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (isEnough(middle)) early = middle;
    else late = middle;
  }
  return new Date(isEnough(late) ? late : early);
}
