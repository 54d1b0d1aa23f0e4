import type { SourceKind } from '../api/payment-kinds.ts';

/** Where payments come from, as far as each of them is weighed by it. */
export type Source = {
  id: number;
  kind: SourceKind;
  currency: string;
  isEnabled: boolean;
  leastMinor: number;
  mostMinor: number | null;
};
