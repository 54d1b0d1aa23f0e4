import { useState } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import shared from '../billing.module.css';
import { useRead } from '../client.ts';
import { CreditLines } from './credit-lines.tsx';
import { type Asked, Dialogs } from './dialogs.tsx';
import { Discounts } from './discounts.tsx';
import { Plans } from './plans.tsx';
import css from './service.module.css';
import { Standing } from './standing.tsx';

/** How an account is served, and what may be done about it. */
export const ServiceSection = ({ accountId }: { accountId: number }) => {
  const t = useTexts('billing');
  const read = useRead('GET /api/accounts/{id}/service', { id: accountId });
  const [asked, setAsked] = useState<Asked | null>(null);
  const service = read.data;
  if (!service) return null;
  const given = { accountId, service };
  return (
    <section className={`${shared.box} ${css.section}`} aria-label={t('service.title')}>
      <div className={css.standing}>
        <Standing service={service} />
      </div>
      <CreditLines {...given} />
      <Plans {...given} onAsk={setAsked} />
      <Discounts {...given} />
      {asked ? <Dialogs {...given} asked={asked} onClose={() => setAsked(null)} /> : null}
    </section>
  );
};
