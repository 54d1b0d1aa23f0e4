import { Button } from '@mantine/core';
import { useState } from 'react';
import { dayOf } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Dealer } from '../client.ts';
import css from '../dealers.module.css';
import { useRateWords } from '../rate-words.ts';
import { RateForm } from './rate-form.tsx';

/** Rates of a dealer, those that are over too. */
export const Commissions = ({ dealer }: { dealer: Dealer }) => {
  const t = useTexts('dealers');
  const may = useMay();
  const { kindOf, rateOf, termOf } = useRateWords(dealer.currency);
  const [isAdding, setAdding] = useState(false);
  const today = dayOf(serverNow());
  const add = (
    <Button size="xs" variant="subtle" onClick={() => setAdding(true)}>
      {t('commission.add')}
    </Button>
  );
  return (
    <CardSection title={t('commission.title')} actions={may('dealers.manage') ? add : null}>
      {dealer.commissions.length === 0 ? <p className="dim">{t('commission.none')}</p> : null}
      <ul className={css.lines}>
        {dealer.commissions.map((one) => (
          <li key={one.id}>
            <span>
              {kindOf(one)}
              <br />
              <span className="dim">{termOf(one)}</span>
            </span>
            {one.toOn !== null && one.toOn < today ? <Badge>{t('commission.ended')}</Badge> : null}
            {one.fromOn > today ? <Badge tone="blue">{t('commission.planned')}</Badge> : null}
            <strong className={css.end}>{rateOf(one)}</strong>
          </li>
        ))}
      </ul>
      {isAdding ? <RateForm dealer={dealer} onClose={() => setAdding(false)} /> : null}
    </CardSection>
  );
};
