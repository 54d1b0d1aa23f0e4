import type { Ctx, Language } from '../../kernel/context.ts';
import { FIRST_TOUCH, startNorm } from '../../norms/index.ts';
import type { FormTexts } from './texts.ts';

/** When somebody will call, in words: within the norm, or from when the operator's people work. */
export async function callPromise(
  ctx: Ctx,
  language: Language,
  from: Date,
  t: FormTexts,
): Promise<string> {
  const { normSeconds, dueAt } = await startNorm(ctx, FIRST_TOUCH, from);
  const isSoon = dueAt.getTime() - from.getTime() <= normSeconds * 1000;
  if (isSoon) return t('form.soon', { count: Math.max(1, Math.ceil(normSeconds / 60)) });
  const when = new Intl.DateTimeFormat(language, {
    timeZone: ctx.operator.timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(dueAt);
  return t('form.later', { when });
}
