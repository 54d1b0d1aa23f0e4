import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { formatMoney } from '../../../ui/format.ts';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Gathering } from '../client.ts';
import css from '../vip.module.css';
import { CostDialog } from './cost-dialog.tsx';
import { CostRow } from './cost-row.tsx';

/** What the event costs, line by line, and what waits for somebody to approve it. */
export const CostSection = ({ event }: { event: Gathering }) => {
  const t = useTexts('vip');
  const [isAdding, setAdding] = useState(false);
  const { costs, currency, guests } = event;
  const prizesMinor = guests.reduce((sum, { prizeMinor }) => sum + (prizeMinor ?? 0), 0);
  return (
    <section aria-label={t('gatherings.costs')}>
      <div className={css.line}>
        <h2 style={{ flex: 1 }}>{t('gatherings.costs')}</h2>
        {event.isLed ? (
          <Button size="xs" leftSection={<Plus size={14} />} onClick={() => setAdding(true)}>
            {t('gatherings.addCost')}
          </Button>
        ) : null}
      </div>
      {costs.length === 0 && prizesMinor === 0 ? (
        <p className="dim">{t('gatherings.costsEmpty')}</p>
      ) : (
        <PickList>
          {costs.map((cost) => (
            <CostRow key={cost.id} cost={cost} event={event} />
          ))}
          {prizesMinor > 0 ? (
            <PickRow title={t('gatherings.prizesCost')} text={formatMoney(prizesMinor, currency)} />
          ) : null}
        </PickList>
      )}
      {isAdding ? <CostDialog event={event} onClose={() => setAdding(false)} /> : null}
    </section>
  );
};
