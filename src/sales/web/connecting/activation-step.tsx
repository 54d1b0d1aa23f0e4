import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatDay, formatInstant, formatMoney } from '../../../ui/format.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Deal, orderPaths, type Order, useWrite } from '../client.ts';
import { ConnectDialog } from './connect-dialog.tsx';
import { OrderStep } from './order-step.tsx';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import { useStillOut } from './use-still-out.ts';
import css from './order.module.css';

/** The account that the sale becomes, with what connecting takes; a way to take it back. */
export const ActivationStep = ({ deal, order }: { deal: Deal; order: Order }) => {
  const t = useTexts('sales');
  const [open, setOpen] = useState<'connect' | 'undo' | null>(null);
  const undo = useWrite('POST /api/deals/{id}/connect/undo', orderPaths);
  const live = order.connections.find(({ undoneAt }) => undoneAt === null);
  const undone = order.connections.filter(({ undoneAt }) => undoneAt !== null);
  const stillOut = useStillOut(order);
  const close = (): void => setOpen(null);
  const takeBack = async (reason: string): Promise<void> => {
    await undo.mutateAsync({ id: deal.id, version: deal.version, reason });
    notifyDone(t('order.undone'));
  };
  return (
    <OrderStep
      title={t('order.activation')}
      isDone={live !== undefined}
      actions={
        live ? (
          <Button size="xs" variant="subtle" color="gray" onClick={() => setOpen('undo')}>
            {t('order.undo')}
          </Button>
        ) : deal.state === 'open' ? (
          <Button size="xs" variant="filled" onClick={() => setOpen('connect')}>
            {t('connect.title')}
          </Button>
        ) : null
      }
    >
      {live ? <Live connection={live} /> : null}
      {undone.map(({ id, account, undoneAt, undoReason }) => (
        <p key={id} className="dim">
          {t('order.wasUndone', { account, at: formatInstant(undoneAt ?? ''), reason: undoReason })}
        </p>
      ))}
      {open === 'connect' ? <ConnectDialog deal={deal} onClose={close} /> : null}
      {open === 'undo' ? (
        <ReasonDialog
          title={t('order.undoTitle')}
          text={[t('order.undoText'), stillOut].filter(Boolean).join(' ')}
          submitLabel={t('order.undo')}
          save={takeBack}
          onClose={close}
        />
      ) : null}
    </OrderStep>
  );
};

const Live = ({ connection }: { connection: Order['connections'][number] }) => {
  const t = useTexts('sales');
  const { accountId, account, currency, connectedAt, parts } = connection;
  return (
    <>
      <div className={css.row}>
        <span>{t('connect.account')}</span>
        <Link to={`/accounts/${accountId}`} className="tabular">
          {account}
        </Link>
        <span className="dim">{formatInstant(connectedAt)}</span>
      </div>
      {parts.length > 1 ? (
        <ul className={css.parts}>
          {parts.map(({ number, dueOn, amountMinor, state }) => (
            <li key={number} className="tabular">
              {formatDay(dueOn)} — {formatMoney(amountMinor, currency)}{' '}
              <span className="dim">{t(`order.parts.${state}`)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
};
