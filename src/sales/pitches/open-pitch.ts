import { sql } from 'kysely';
import type { z } from 'zod';
import { reaches } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { PitchAnswer } from './answers.ts';
import type { pitchesApi } from '../api/pitches.ts';
import { type Contact, findPitch, type Offered } from './find-pitch.ts';
import { priceToday } from './price-today.ts';

type Shown = z.input<(typeof pitchesApi)['GET /api/conversations/{id}/pitch']['output']>;

/** What stands beside a conversation: what was answered, else what to offer, else why nothing. */
export async function openPitch(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  // conversations_pkey
  const { rows } = await sql<Contact>`
    select c.id as conversation_id, c.subscriber_id, c.subject
    from   conversations c
    where  c.id = ${id} and ${reaches(ctx, 'conversations.view')}`.execute(ctx.db);
  const [contact] = rows;
  if (!contact) return fail('conversations.not_found');
  const answered = await findAnswered(ctx, id);
  if (answered) return ok({ ...answered, silence: null });
  const found = await findPitch(ctx, contact);
  return ok({ offered: null, silence: null, ...found, answered: null });
}

type Answered = { answer: PitchAnswer; by: string; at: Date };

async function findAnswered(
  ctx: Ctx,
  conversationId: number,
): Promise<{ offered: Offered; answered: Answered } | null> {
  // pitch_answers_conversation (conversation_id, pitch_id)
  const { rows } = await sql<Offered & Answered>`
    select p.id as pitch_id, r.name as product_name, p.argument, v.monthly_fee_minor, v.currency,
           x.answer, s.name as by, x.answered_at as at
    from   pitch_answers x
    join   pitches p on p.id = x.pitch_id
    join   products r on r.id = p.product_id
    join   lateral (${priceToday(ctx)}) v on true
    join   staff s on s.id = x.staff_id
    where  x.conversation_id = ${conversationId}
    order  by x.answered_at desc, x.id desc limit 1`.execute(ctx.db);
  const [found] = rows;
  if (!found) return null;
  const { answer, by, at, ...offered } = found;
  return { offered, answered: { answer, by, at } };
}
