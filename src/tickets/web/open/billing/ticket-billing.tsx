import { ActionIcon, Button } from '@mantine/core';
import { HandCoins, Plus } from 'lucide-react';
import { useState } from 'react';
import { CorrectionView, ProposeDialog } from '../../../../billing/web/index.tsx';
import { useLiveRefresh } from '../../../../ui/live.ts';
import { CardSection } from '../../../../ui/show/facts.tsx';
import { useTexts } from '../../../../ui/texts.ts';
import { useMay } from '../../../../ui/viewer.tsx';
import { useRead, type Ticket } from '../../client.ts';
import css from '../open.module.css';
import { PointDialog } from './point-dialog.tsx';
import { SubjectLine } from './subject-line.tsx';

/** What of accounts the ticket is about, and the corrections that came from it. */
export const TicketBilling = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const may = useMay();
  const [dialog, setDialog] = useState<'point' | 'propose' | null>(null);
  const { id, subscriberId, isWorkable } = ticket;
  const read = useRead('GET /api/tickets/{id}/billing', { id });
  useLiveRefresh(
    ['billing.*'],
    ['/api/tickets/{id}/billing'],
    (event) => event.subscriberId === subscriberId,
  );
  if (!read.data) return null;
  const { subjects, corrections, accounts } = read.data;
  const canPoint = isWorkable && accounts.length > 0;
  if (subjects.length + corrections.length === 0 && !canPoint) return null;
  const options = [
    ...subjects,
    ...accounts.map((account) => ({
      accountId: account.id,
      account: account.number,
      currency: account.currency,
      line: null,
      fromOn: null,
      toOn: null,
    })),
  ];
  const close = (): void => setDialog(null);
  return (
    <CardSection
      title={t('money.title')}
      actions={
        canPoint ? (
          <ActionIcon aria-label={t('money.add')} onClick={() => setDialog('point')}>
            <Plus size={16} />
          </ActionIcon>
        ) : null
      }
    >
      {subjects.length === 0 ? <span className="dim">{t('money.none')}</span> : null}
      <ul className={css.links}>
        {subjects.map((subject) => (
          <SubjectLine key={subject.id} ticket={ticket} subject={subject} />
        ))}
      </ul>
      {corrections.map((correction) => (
        <CorrectionView key={correction.id} correction={correction} />
      ))}
      {canPoint && may('billing.propose_correction') ? (
        <Button
          size="xs"
          mt={8}
          leftSection={<HandCoins size={14} />}
          onClick={() => setDialog('propose')}
        >
          {t('money.propose')}
        </Button>
      ) : null}
      {dialog === 'point' ? <PointDialog id={id} accounts={accounts} onClose={close} /> : null}
      {dialog === 'propose' ? (
        <ProposeDialog options={options} origin={{ kind: 'ticket', id }} onClose={close} />
      ) : null}
    </CardSection>
  );
};
