import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';

/** Rules are a part of how requests are offered, and are told of as such. */
export const tellRule = (ctx: Ctx, facts: Record<string, unknown>): Promise<number> =>
  emit(ctx, {
    type: 'conversations.settings_changed',
    subject: { kind: 'desk_settings', id: 1 },
    facts: { skillRule: facts },
  });
