import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { type Addressee, findAddressee } from '../answering/find-addressee.ts';
import type { Conversation } from '../api/shapes.ts';
import { isVeiledOf, veiledNow } from '../../kernel/veil.ts';
import { rootOf } from '../record/cluster.ts';
import { me, reaches } from '../reach.ts';
import { isTalk } from '../verifying/verified.ts';
import { aboutColumns } from '../skills/about.ts';
import type { About } from '../skills/needs.ts';
import { type DeskRow, rowColumns, rowJoins } from '../queues/row-query.ts';

export type Opened = DeskRow &
  Pick<About, 'labelIds' | 'firstWords'> & {
    calendarId: number;
    draft: Partial<z.input<typeof Conversation>['draft']>;
    takenAt: Date | null;
    snoozedUntil: Date | null;
    teamId: number | null;
    /** As it was written down, before any merge. */
    ownSubscriberId: number | null;
    /** Null for what a base has brought and nobody has worked on since. */
    callbackId: number | null;
    callState: 'waiting' | 'done' | 'given_up';
    dialWith: string;
    sipDomain: string | null;
    extension: string | null;
    answersBy: z.input<typeof Conversation>['answersBy'];
  };

/** Of what a stranger said of himself, what a veil leaves. */
const named = ({ name, page }: Opened['draft']): Opened['draft'] => ({
  ...(name === undefined ? {} : { name }),
  ...(page === undefined ? {} : { page }),
});

/** A letter goes to an address; elsewhere a name says more than a chat's number. */
const shownOf = ({ channel, recipient, name, address, isToConfirm }: Addressee) => ({
  channel,
  isToConfirm,
  to: channel === 'email' ? recipient : name || address,
});

/** A conversation's own row with all that is shown of it, if the viewer may see it. */
export async function findOpened(ctx: Ctx, id: number): Promise<Opened | undefined> {
  const veiled = await veiledNow(ctx);
  const { rows } = await sql<Omit<Opened, 'answersBy'> & { isTalk: boolean }>`
    select ${rowColumns(ctx, veiled)}, ${isTalk(ctx)} as is_talk, ${aboutColumns},
           c.calendar_id, c.contact_draft as draft, c.taken_at, c.snoozed_until,
           c.team_id, c.subscriber_id as own_subscriber_id, cb.id as callback_id,
           coalesce(cb.state, 'done') as call_state, v.dial_with, v.sip_domain, v.extension
    from   conversations c ${rowJoins}
    join   staff v on v.id = ${me(ctx)}
    where  c.id = ${rootOf(id)} and ${reaches(ctx, 'conversations.view')}`.execute(ctx.db);
  const [row] = rows;
  if (!row) return undefined;
  const { isTalk: isTheTalk, ...own } = row;
  const to = await findAddressee(ctx, row.id);
  const opened = { ...own, canReply: own.canReply || to !== null, answersBy: to && shownOf(to) };
  const isHidden = !isTheTalk && isVeiledOf(veiled, row.ownSubscriberId);
  return isHidden ? { ...opened, draft: named(row.draft) } : opened;
}
