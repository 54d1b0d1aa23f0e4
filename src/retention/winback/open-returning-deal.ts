import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { openReturning } from '../../sales/index.ts';
import { withRights } from '../../kernel/with-rights.ts';

/** What deals with those who come back are told by. */
const source = { ru: 'Возврат', en: 'Win-back' } as const;

/** Whoever comes back is connected as anybody is, through sales; their record stays theirs. */
export async function openReturningDeal(
  ctx: Ctx,
  rootId: number,
  wanted: string,
): Promise<Result<{ resultId: number }>> {
  const opened = await openReturning(withRights(ctx, ['sales.work']), {
    subscriberId: rootId,
    source: source[ctx.operator.language],
    wanted,
  });
  return opened.ok ? ok({ resultId: opened.value.id }) : opened;
}
