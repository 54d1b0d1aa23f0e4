import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatDay } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { orderPaths, type Order, useWrite } from '../client.ts';
import { OrderStep } from '../connecting/order-step.tsx';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import css from '../connecting/order.module.css';
import { hoursText } from '../../../ui/clock-text.ts';
import { VisitDialog } from './visit-dialog.tsx';

/** When somebody comes to connect. */
export const VisitStep = ({ dealId, order }: { dealId: number; order: Order }) => {
  const t = useTexts('sales');
  const [open, setOpen] = useState<'book' | 'cancel' | null>(null);
  const cancel = useWrite('POST /api/deals/{id}/visit/cancel', orderPaths);
  const visit = order.visits.find(({ state }) => state === 'coming');
  const others = order.visits.filter((one) => one !== visit);
  const close = (): void => setOpen(null);
  return (
    <OrderStep
      title={t('visits.visit')}
      isDone={order.visits.some(({ state }) => state !== 'called_off')}
      actions={
        <>
          <Button size="xs" onClick={() => setOpen('book')}>
            {t(visit ? 'visits.move' : 'visits.book')}
          </Button>
          {visit ? (
            <Button size="xs" variant="subtle" color="gray" onClick={() => setOpen('cancel')}>
              {t('visits.cancel')}
            </Button>
          ) : null}
        </>
      }
    >
      {others.map(({ id, reason, state, ...past }) => (
        <p key={id} className="dim">
          {formatDay(past.on)} <span className="tabular">{hoursText(past)}</span>,{' '}
          {t(`visits.states.${state}`, { reason })}
        </p>
      ))}
      {visit ? (
        <div className={css.row}>
          <Link to={`/deals/visits?on=${visit.on}`}>{formatDay(visit.on)}</Link>
          <span className="tabular">{hoursText(visit)}</span>
          <span className="dim">{visit.bookedBy}</span>
        </div>
      ) : null}
      {open === 'book' ? (
        <VisitDialog dealId={dealId} isMoved={visit !== undefined} onClose={close} />
      ) : null}
      {open === 'cancel' ? (
        <ReasonDialog
          title={t('visits.cancelTitle')}
          submitLabel={t('visits.cancel')}
          save={(reason) => cancel.mutateAsync({ id: dealId, reason })}
          onClose={close}
        />
      ) : null}
    </OrderStep>
  );
};
