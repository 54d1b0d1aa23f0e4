import type { Ctx } from '../../kernel/context.ts';
import { eventLines } from '../guests/event-lines.ts';
import { giftLines } from '../gifts/gift-lines.ts';
import { missingLines, occasionLines } from '../occasions/occasion-lines.ts';
import { stepLines } from '../playbooks/list-runs.ts';
import { loadRules } from '../programme/rules.ts';
import type { SheetLine } from '../slots.ts';
import { termsLines } from '../terms/terms-lines.ts';
import type { Led } from './clients-of.ts';
import { askedLines, openLines, silenceLines, troubleLines } from './contact-lines.ts';
import { balanceLines, endingLines } from './money-lines.ts';

/** Everything that is to be looked at about these clients. */
export async function linesOf(ctx: Ctx, clients: readonly Led[]): Promise<SheetLine[]> {
  if (clients.length === 0) return [];
  const ids = clients.map(({ id }) => id);
  const rules = await loadRules(ctx);
  const found = await Promise.all([
    troubleLines(ctx, ids),
    askedLines(ctx, ids),
    balanceLines(ctx, ids, rules),
    openLines(ctx, ids),
    endingLines(ctx, ids, rules),
    silenceLines(ctx, ids, rules),
    occasionLines(ctx, ids),
    missingLines(ctx, ids),
    eventLines(ctx, ids),
    giftLines(ctx, ids),
    stepLines(ctx, ids),
    termsLines(ctx, ids),
  ]);
  const dropping = clients.flatMap(({ id, dropsOn }) =>
    dropsOn === null
      ? []
      : [{ subscriberId: id, kind: 'dropping' as const, key: 'dropping', on: dropsOn }],
  );
  return [...dropping, ...found.flat()];
}
