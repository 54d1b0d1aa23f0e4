import { type RawBuilder, sql } from 'kysely';
import { type Ctx, reachOf, teamIdOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { isAtBreak, isGoing, isLeftOver, isPlanned } from '../../staff/index.ts';
import { callingSince, canWork, goesOn, loadOf } from '../offering/free-agents.ts';
import { reaches } from '../reach.ts';
import { type Foresight, foreseeLate } from './foresee-late.ts';
import { type DeskRow, rowsWhere } from '../queues/row-query.ts';

type Tally = { open: number; nobodys: number; late: number; soon: number };

type AtWork = {
  id: number;
  name: string;
  team: string | null;
  state: 'ready' | 'after_call' | 'break' | 'away';
  since: Date | null;
  /** The shift that goes on by the plan. */
  shift: { startsAt: Date; endsAt: Date } | null;
  /** Should be here by the plan, and is not since then. */
  missingSince: Date | null;
  /** Here, while the plan has others. */
  isOffShift: boolean;
  /** Went off shift as ready, and is offered nothing. */
  isLeftOver: boolean;
  isCalling: boolean;
  load: number;
  loadLimit: number;
  late: number;
};

type Board = {
  people: AtWork[];
  total: Tally;
  channels: (Tally & { channel: string })[];
  late: DeskRow[];
  soon: DeskRow[];
  foresight: Foresight;
};

/** What falls due within this is still to be saved by somebody. */
const SOON_MS = 10 * 60_000;
const MOST_ROWS = 50;
const MOST_PEOPLE = 500;

/** What a supervisor has to know of the shift at this moment, as far as they may give work. */
export async function showBoard(ctx: Ctx): Promise<Result<Board>> {
  const [people, channels, late, soon, foresight] = await Promise.all([
    peopleAtWork(ctx),
    talliesOf(ctx),
    dueRows(ctx, isLate(ctx)),
    dueRows(ctx, isSoon(ctx)),
    foreseeLate(ctx),
  ]);
  const sum = (key: keyof Tally): number => channels.reduce((all, one) => all + one[key], 0);
  const total = {
    open: sum('open'),
    nobodys: sum('nobodys'),
    late: sum('late'),
    soon: sum('soon'),
  };
  return ok({ people, total, channels, late, soon, foresight });
}

/**
 * It asks for one of us, and the time for that is over. Whoever is spoken with, or was until just
 * now, waits for nobody; a call whose outcome was forgotten asks again.
 */
const isLate = (ctx: Ctx): RawBuilder<unknown> => sql`(
  c.whose_turn = 'ours' and c.next_due_at <= ${ctx.clock.now()}
  and not exists (select from callbacks b join call_attempts a on a.callback_id = b.id
                  where  b.conversation_id = c.id and a.ended_at is null
                  and    a.started_at > ${callingSince(ctx)}))`;

const isSoon = (ctx: Ctx): RawBuilder<unknown> => {
  const now = ctx.clock.now();
  return sql`(c.whose_turn = 'ours' and c.next_due_at > ${now}
    and c.next_due_at <= ${new Date(now.getTime() + SOON_MS)})`;
};

async function dueRows(ctx: Ctx, isMeant: RawBuilder<unknown>): Promise<DeskRow[]> {
  // conversations_queue (next_due_at, id) where state = 'open', callbacks_conversation_id_key,
  // call_attempts_running (callback_id) where ended_at is null
  const where = sql`c.state = 'open' and ${isMeant} and ${reaches(ctx, 'conversations.assign')}`;
  return rowsWhere(ctx, where, sql`c.next_due_at, c.id`, MOST_ROWS);
}

async function talliesOf(ctx: Ctx): Promise<(Tally & { channel: string })[]> {
  // conversations_queue (next_due_at, id) where state = 'open'
  const { rows } = await sql<Tally & { channel: string }>`
    select c.channel, count(*) as open,
           count(*) filter (where c.owner_staff_id is null) as nobodys,
           count(*) filter (where ${isLate(ctx)}) as late,
           count(*) filter (where ${isSoon(ctx)}) as soon
    from   conversations c
    where  c.state = 'open' and ${reaches(ctx, 'conversations.assign')}
    group  by c.channel order by count(*) desc, c.channel`.execute(ctx.db);
  return rows;
}

/** Those who may work on conversations: who is here first, and of these the most burdened. */
async function peopleAtWork(ctx: Ctx): Promise<AtWork[]> {
  const isTeamOnly = reachOf(ctx.actor, 'conversations.assign') !== 'all';
  const teamId = teamIdOf(ctx.actor);
  // conversations_owner (owner_staff_id, urgent_at, id), call_attempts_staff, presence_pkey,
  // shifts_staff (staff_id, ends_at)
  const { rows } = await sql<AtWork>`
    select s.id, s.name, t.name as team, s.load_limit, ${loadOf(ctx)} as load,
           case when p.is_here then p.state else 'away' end as state,
           case when p.is_here then p.state_since end as since,
           case when h.id is not null then jsonb_build_object(
             'startsAt', h.starts_at, 'endsAt', h.ends_at) end as shift,
           case when h.id is not null and not ${isAtBreak(ctx)}
                and not coalesce(p.is_here and p.state <> 'away', false)
                then greatest(h.starts_at,
                              case when p.is_here then p.state_since else p.last_seen_at end)
           end as missing_since,
           coalesce(p.is_here and p.state <> 'away' and h.id is null and ${isPlanned(ctx)}, false)
             as is_off_shift,
           coalesce(p.is_here and p.state = 'ready' and ${isLeftOver(ctx)}, false) as is_left_over,
           exists (select from call_attempts a
                   where  a.staff_id = s.id and ${goesOn(ctx)}) as is_calling,
           (select count(*) from conversations c
            where  c.owner_staff_id = s.id and c.state = 'open' and ${isLate(ctx)}) as late
    from   staff s
    join   roles r on r.id = s.role_id
    left   join teams t on t.id = s.team_id
    left   join presence p on p.staff_id = s.id
    left   join shifts h on h.staff_id = s.id and ${isGoing(ctx)}
    where  s.disabled_at is null and ${canWork}
    and    (not ${isTeamOnly} or s.team_id is not distinct from ${teamId})
    order  by coalesce(p.is_here and p.state <> 'away', false) desc, h.id is null, load desc, s.name
    limit  ${MOST_PEOPLE}`.execute(ctx.db);
  return rows;
}
