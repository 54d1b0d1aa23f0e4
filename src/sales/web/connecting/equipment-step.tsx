import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatInstant } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { orderPaths, type Order, useWrite } from '../client.ts';
import { EquipmentDialog } from './equipment-dialog.tsx';
import { OrderStep } from './order-step.tsx';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import css from './order.module.css';

/** What was handed over, and what of it came back. */
export const EquipmentStep = ({ dealId, order }: { dealId: number; order: Order }) => {
  const t = useTexts('sales');
  const [isHanding, setHanding] = useState(false);
  const [returned, setReturned] = useState<number | null>(null);
  const giveBack = useWrite('POST /api/deals/{id}/equipment/{equipmentId}/return', orderPaths);
  const { equipment, offered } = order;
  return (
    <OrderStep
      title={t('order.equipment')}
      isDone={equipment.some(({ returnedAt }) => returnedAt === null)}
      actions={
        <Button size="xs" onClick={() => setHanding(true)}>
          {t('order.hand')}
        </Button>
      }
    >
      {equipment.length === 0 ? <p className="dim">{t('order.noEquipment')}</p> : null}
      {equipment.map(({ id, kind, serial, basis, handedAt, returnedAt, returnReason }) => (
        <div key={id} className={css.row}>
          <span>
            {kind} <span className="tabular dim">{serial}</span> · {t(`order.bases.${basis}`)}
          </span>
          <span className="dim">
            {returnedAt === null
              ? formatInstant(handedAt)
              : t('order.returned', { at: formatInstant(returnedAt), reason: returnReason })}
          </span>
          {returnedAt === null ? (
            <Button size="xs" variant="subtle" color="gray" onClick={() => setReturned(id)}>
              {t('order.return')}
            </Button>
          ) : null}
        </div>
      ))}
      {isHanding ? (
        <EquipmentDialog dealId={dealId} offered={offered} onClose={() => setHanding(false)} />
      ) : null}
      {returned === null ? null : (
        <ReasonDialog
          title={t('order.returnTitle')}
          submitLabel={t('order.return')}
          save={(reason) => giveBack.mutateAsync({ id: dealId, equipmentId: returned, reason })}
          onClose={() => setReturned(null)}
        />
      )}
    </OrderStep>
  );
};
