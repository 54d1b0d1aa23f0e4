import { formatMoney } from '../format.ts';
import { useCurrency } from '../viewer.tsx';

/** A sum in minor units; a debt stands out in red when `isBalance`. */
export const Money = (props: { amountMinor: number; currency?: string; isBalance?: boolean }) => {
  const currency = useCurrency();
  const isDebt = props.isBalance === true && props.amountMinor < 0;
  return (
    <span className="tabular" style={isDebt ? { color: 'var(--red)' } : undefined}>
      {formatMoney(props.amountMinor, props.currency ?? currency)}
    </span>
  );
};
