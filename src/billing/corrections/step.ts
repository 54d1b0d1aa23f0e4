import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import type { CorrectionKind } from '../api/correction-kinds.ts';
import { correctionOrigins } from '../slots.ts';

/** What happened to a correction, as its origin and the journal are told. */
export type Step = {
  what: 'proposed' | 'posted' | 'refused' | 'withdrawn';
  correctionId: number;
  kind: CorrectionKind;
  amountMinor: number;
  currency: string;
};

export type Told = {
  id: number;
  kind: CorrectionKind;
  amountMinor: number;
  currency: string;
  account: string;
  subscriberId: number;
  originKind: string | null;
  originId: number | null;
};

/** Tells the journal, the screens and the work that it came from, in the same transaction. */
export async function tellStep(
  ctx: Ctx,
  what: Step['what'],
  correction: Told,
  words = '',
): Promise<void> {
  const { id, kind, amountMinor, currency, account, subscriberId } = correction;
  const { originKind, originId } = correction;
  await emit(ctx, {
    type: typeOf[what],
    subject: { kind: 'correction', id },
    subscriberId,
    facts: { number: id, account, kind, amountMinor, currency, originKind, originId },
    ...(words === '' ? {} : { personal: { words } }),
  });
  const origin = correctionOrigins.fills.find(({ piece }) => piece.kind === originKind);
  if (!origin || originId === null) return;
  const step = { what, correctionId: id, kind, amountMinor, currency };
  await origin.piece.tell(ctx, originId, step);
}

const typeOf = {
  proposed: 'billing.correction_proposed',
  posted: 'billing.correction_posted',
  refused: 'billing.correction_refused',
  withdrawn: 'billing.correction_withdrawn',
} as const;
