import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { formatMoney } from '../../../ui/format.ts';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import css from '../vip.module.css';
import { GiftDialog } from './gift-dialog.tsx';
import { GiftRow } from './gift-row.tsx';

/** Gifts of one client, with how they were taken. */
export const ClientGifts = ({ id }: { id: number }) => {
  const t = useTexts('vip');
  const { data } = useRead('GET /api/vip/{id}/gifts', { id });
  const [isPlanning, setPlanning] = useState(false);
  if (!data) return null;
  return (
    <section aria-label={t('gifts.ofClient')}>
      <div className={css.line}>
        <h2 style={{ flex: 1 }}>{t('gifts.ofClient')}</h2>
        <span className="dim">
          {t('gifts.year', { sum: formatMoney(data.yearMinor, data.currency) })}
        </span>
        <Button size="xs" leftSection={<Plus size={14} />} onClick={() => setPlanning(true)}>
          {t('gifts.plan')}
        </Button>
      </div>
      {data.gifts.length === 0 ? <p className="dim">{t('gifts.none')}</p> : null}
      {data.gifts.length === 0 ? null : (
        <PickList>
          {data.gifts.map((gift) => (
            <GiftRow key={gift.id} gift={gift} currency={data.currency} />
          ))}
        </PickList>
      )}
      {isPlanning ? (
        <GiftDialog id={id} occasion={null} onClose={() => setPlanning(false)} />
      ) : null}
    </section>
  );
};
