import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatInstant, formatRelative } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Order, orderPaths, useWrite } from '../client.ts';
import { OrderStep } from '../connecting/order-step.tsx';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import css from '../connecting/order.module.css';
import { CallDialog } from './call-dialog.tsx';

type Connection = Order['connections'][number];
type Call = Connection['care'][number];

/** How whoever was connected is greeted and cared for in the first month. */
export const CareStep = ({ connection }: { connection: Connection }) => {
  const t = useTexts('sales');
  const { welcome, care } = connection;
  const where = welcome
    ? [t(`quotes.ways.${welcome.way}`), t(`quotes.sendings.${welcome.state}`)].join(' · ')
    : '';
  return (
    <OrderStep title={t('care.title')} isDone={care.every(({ doneAt }) => doneAt !== null)}>
      <p className="dim">{welcome ? t('care.welcomed', { where }) : t('care.notWelcomed')}</p>
      {care.map((call) => (
        <CareLine key={call.id} call={call} />
      ))}
    </OrderStep>
  );
};

const CareLine = ({ call }: { call: Call }) => {
  const t = useTexts('sales');
  const [isOpen, setOpen] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const again = useWrite('POST /api/care-calls/{id}/reopen', ['/api/care-calls', ...orderPaths]);
  const { id, day, tries, startsAt, dueAt, doneAt, doneBy, outcome, note } = call;
  const isDue = Date.parse(startsAt) <= serverNow();
  const isLate = outcome === null && Date.parse(dueAt) < serverNow();
  const said = outcome
    ? [t(`care.outcomes.${outcome}`), note, doneBy, formatInstant(doneAt ?? '')]
    : [
        tries > 0 && t('care.tried', { count: tries }),
        note,
        isDue
          ? !isLate && t('care.due', { at: formatInstant(dueAt) })
          : t('care.planned', { at: formatInstant(startsAt) }),
      ];
  return (
    <div className={css.row}>
      <span>{t('care.call', { day })}</span>
      <span className="dim">{said.filter(Boolean).join(' · ')}</span>
      {isLate ? (
        <Badge tone="red" title={formatInstant(dueAt)}>
          {formatRelative(dueAt, serverNow())}
        </Badge>
      ) : null}
      <span className={css.end} />
      {outcome === null ? (
        <Button size="xs" variant={isDue ? 'light' : 'subtle'} onClick={() => setOpen(true)}>
          {t('care.open')}
        </Button>
      ) : (
        <Button size="xs" variant="subtle" color="gray" onClick={() => setAsking(true)}>
          {t('care.again')}
        </Button>
      )}
      {isOpen ? <CallDialog call={call} onClose={() => setOpen(false)} /> : null}
      {isAsking ? (
        <ReasonDialog
          title={t('care.againTitle')}
          submitLabel={t('care.again')}
          save={(reason) => again.mutateAsync({ id, reason })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
};
