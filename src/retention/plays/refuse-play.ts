import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, type Fail } from '../../kernel/result.ts';
import type { playsApi } from '../api/plays.ts';
import type { OfferKind } from '../offers/kinds.ts';
import { allowedOffers } from './kinds.ts';
import { unknownNames } from './send-words.ts';
import { ruleOf } from './signals.ts';

export type PlayFields = z.output<(typeof playsApi)['POST /api/plays']['input']>;

/** Why a play cannot be as it is written, if it cannot. */
export async function refusePlay(ctx: Ctx, fields: PlayFields): Promise<Fail | null> {
  const { signal, segmentId, whomSegmentId, action, offerId, words, reason } = fields;
  const refuse = (code: string, field: string, params = {}): Fail =>
    fail(code, params, { [field]: code });
  if (signal === 'segment' && segmentId === null) {
    return refuse('retention.segment_needed', 'segmentId');
  }
  const asked = [segmentId, whomSegmentId].filter((id) => id !== null);
  if (!(await areSegments(ctx, asked))) return fail('retention.no_such_segment');
  if (action === 'message' && words === '') return refuse('retention.words_needed', 'words');
  const unknown = unknownNames(words);
  if (unknown.length > 0) {
    return refuse('retention.unknown_name', 'words', { names: unknown.join(', ') });
  }
  if (action !== 'offer') return null;
  const kind = offerId === null ? null : await kindOf(ctx, offerId);
  if (!kind) return refuse('retention.offer_needed', 'offerId');
  // Who has left has no service on which anything could be given.
  const isAllowed = ruleOf(signal).aim === 'keep' && allowedOffers[reason].includes(kind);
  return isAllowed ? null : refuse('retention.offer_beside_reason', 'offerId');
}

async function areSegments(ctx: Ctx, ids: readonly number[]): Promise<boolean> {
  // segments_pkey
  const { rows } = await sql`
    select from segments
    where  id = any(${[...ids]}::bigint[]) and archived_at is null`.execute(ctx.db);
  return rows.length === new Set(ids).size;
}

async function kindOf(ctx: Ctx, id: number): Promise<OfferKind | null> {
  const row = await ctx.db
    .selectFrom('retentionOffers')
    .select('kind')
    .where('id', '=', id)
    .where('archivedAt', 'is', null)
    .executeTakeFirst();
  return (row?.kind as OfferKind | undefined) ?? null;
}

/** As a play's row holds them: what its signal and action have no use for is left out. */
export function rowOf({ segmentId, offerId, ...fields }: PlayFields) {
  return {
    ...fields,
    aim: ruleOf(fields.signal).aim,
    segmentId: fields.signal === 'segment' ? segmentId : null,
    offerId: fields.action === 'offer' ? offerId : null,
  };
}
