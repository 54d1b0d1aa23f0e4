import type { Advisor } from '../client.ts';
import type { Asked } from './asking.tsx';

type Sum = Advisor['sums'][number];
export type Added = { currency: string; accounts: number; minor: number };

/** What a run found of a kind from a sum on, of one tariff or of all, by currency. */
export function addUp(
  { sums }: Pick<Advisor, 'sums'>,
  kind: Sum['kind'],
  { fromMinor, productId }: Pick<Asked, 'fromMinor' | 'productId'>,
): Added[] {
  const fitting = sums.filter(
    (sum) =>
      sum.kind === kind &&
      sum.fromMinor === fromMinor &&
      (productId === null || sum.productId === productId),
  );
  return [...Map.groupBy(fitting, ({ currency }) => currency)].map(([currency, own]) => ({
    currency,
    accounts: own.reduce((all, { accounts }) => all + accounts, 0),
    minor: own.reduce((all, { minor }) => all + minor, 0),
  }));
}
