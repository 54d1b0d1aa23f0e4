import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';

export const tellReason = (
  ctx: Ctx,
  type: 'retention.reason_added' | 'retention.reason_changed',
  id: number,
  facts: Record<string, unknown>,
) => emit(ctx, { type, subject: { kind: 'leaving_reason', id }, facts });
