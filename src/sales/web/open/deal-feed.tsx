import type { Deal } from '../client.ts';
import { DealOrder } from '../connecting/deal-order.tsx';
import { DealQuotes } from '../quotes/deal-quotes.tsx';
import { DealHistory } from './deal-history.tsx';
import css from './open.module.css';

/** What the person wants, what was offered in writing, and all that happened. */
export const DealFeed = ({ deal }: { deal: Deal }) => (
  <>
    {deal.wanted === '' ? null : <p className={css.wanted}>{deal.wanted}</p>}
    <DealQuotes deal={deal} />
    <DealOrder deal={deal} />
    <DealHistory deal={deal} />
  </>
);
