import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { settingsApi } from '../api/settings.ts';
import { hearWish } from './hear-words.ts';
import { loadRules } from './load-rules.ts';

type Tried = z.output<(typeof settingsApi)['POST /api/wish-rules/try']['output']>;

/** What the rules hear in a text; nothing comes of it. */
export async function tryRules(ctx: Ctx, { text }: { text: string }): Promise<Result<Tried>> {
  const rules = await loadRules(ctx);
  const { wish, isAngry } = hearWish(rules, text);
  const rule = rules.find(({ id }) => id === wish?.ruleId)?.name ?? null;
  return ok({ rule, words: wish?.words ?? null, isAngry });
}
