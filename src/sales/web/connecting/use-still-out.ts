import { useTexts } from '../../../ui/texts.ts';
import type { Order } from '../client.ts';

/** What of a deal is with the buyer still, told where nothing comes of it; null: nothing. */
export const useStillOut = (order: Order | undefined): string | null => {
  const t = useTexts('sales');
  const out = order?.equipment.filter(({ returnedAt }) => returnedAt === null) ?? [];
  if (out.length === 0) return null;
  return t('order.stillOut', {
    what: out.map(({ kind, serial }) => `${kind} ${serial}`).join(', '),
  });
};
