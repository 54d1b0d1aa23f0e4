import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { callingSince } from './free-agents.ts';

/** Whether somebody has the conversation `c` and is at the desk. */
export const isOwnerHere = sql<boolean>`exists (
  select from presence p
  where  p.staff_id = c.owner_staff_id and p.is_here and p.state <> 'away')`;

/**
 * Whether a sweep leaves the conversation `c` alone for now: its owner is not at the screen, but
 * has somebody on the line. Once the call is over, or was forgotten, it is looked at again.
 */
export const isOwnerOnlyCalling = (ctx: Ctx) => sql<boolean>`(
  not ${isOwnerHere}
  and exists (
    -- callbacks_conversation_id_key, call_attempts_running (callback_id) where ended_at is null
    select from callbacks k
    join   call_attempts a on a.callback_id = k.id and a.ended_at is null
    where  k.conversation_id = c.id and a.started_at > ${callingSince(ctx)}))`;
