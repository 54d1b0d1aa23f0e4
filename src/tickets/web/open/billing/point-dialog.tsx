import { Button, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { LinePicker } from '../../../../billing/web/index.tsx';
import { FormRow } from '../../../../ui/form/form.tsx';
import { DayInput } from '../../../../ui/form/inputs.tsx';
import { notifyProblem } from '../../../../ui/notify.tsx';
import { Segmented } from '../../../../ui/show/segmented.tsx';
import { useTexts } from '../../../../ui/texts.ts';
import { ticketPaths, useWrite, type TicketMoney } from '../../client.ts';
import css from '../open.module.css';

type Props = { id: number; accounts: TicketMoney['accounts']; onClose: () => void };

/** Chooses a line of a statement, or a period, that the ticket is about. */
export const PointDialog = ({ id, accounts, onClose }: Props) => {
  const t = useTexts('tickets');
  const point = useWrite('POST /api/tickets/{id}/subjects', [...ticketPaths, '/api/accounts']);
  const [accountId, setAccountId] = useState(accounts[0]?.id ?? 0);
  const [way, setWay] = useState<'line' | 'period'>('line');
  const [days, setDays] = useState({ fromOn: '', toOn: '' });
  const pick = (about: { lineId: number } | { fromOn: string; toOn: string }): void =>
    void point
      .mutateAsync({ id, accountId, ...about })
      .then(onClose)
      .catch(notifyProblem);
  return (
    <Modal opened onClose={onClose} title={t('money.add')} size={480}>
      <div className={css.fields}>
        {accounts.length > 1 ? (
          <Select
            label={t('fields.account')}
            allowDeselect={false}
            data={accounts.map((one) => ({ value: String(one.id), label: one.number }))}
            value={String(accountId)}
            onChange={(value) => setAccountId(Number(value))}
          />
        ) : null}
        <div>
          <Segmented
            label={t('money.what')}
            value={way}
            options={(['line', 'period'] as const).map((value) => ({
              value,
              label: t(`money.ways.${value}`),
            }))}
            onChange={setWay}
          />
        </div>
        {way === 'line' ? (
          <LinePicker accountId={accountId} onPick={(lineId) => pick({ lineId })} />
        ) : (
          <>
            <FormRow>
              <DayInput
                label={t('money.from')}
                value={days.fromOn}
                onChange={(fromOn) => setDays({ ...days, fromOn })}
              />
              <DayInput
                label={t('money.to')}
                value={days.toOn}
                onChange={(toOn) => setDays({ ...days, toOn })}
              />
            </FormRow>
            <Button
              variant="filled"
              disabled={days.fromOn === '' || days.toOn === ''}
              loading={point.isPending}
              onClick={() => pick(days)}
            >
              {t('money.choose')}
            </Button>
          </>
        )}
      </div>
    </Modal>
  );
};
