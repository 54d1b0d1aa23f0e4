import { useState } from 'react';
import { formatDay, formatInstant } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { saveFrom } from '../../../ui/save-from.ts';
import { Action } from '../../../ui/show/action.tsx';
import { Facts } from '../../../ui/show/facts.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../cases/desk.module.css';
import { type Case, casePaths, type ExitView, useRead, useWrite } from '../client.ts';
import { EquipmentList } from './equipment-list.tsx';
import { ExitDialog } from './exit-dialog.tsx';
import { NoticePart } from './notice-part.tsx';

/** Leaving: what it costs and gives back, the application, what is to be given back, the end. */
export const ExitPart = ({ found }: { found: Case }) => {
  const t = useTexts('retention');
  const { id, state, outcome } = found;
  const { data } = useRead('GET /api/cases/{id}/exit', { id });
  const [isOpen, setOpen] = useState(false);
  if (!data || (state === 'closed' && outcome !== 'left')) return null;
  return (
    <section className={css.part} aria-label={t('exit.title')}>
      <h3>{t('exit.title')}</h3>
      {data.notice ? <NoticePart found={found} notice={data.notice} /> : null}
      {data.exit ? <Accepted found={found} view={data} exit={data.exit} /> : null}
      {data.exit === null && state === 'open' ? (
        <>
          <Settlement view={data} />
          <div className={css.line}>
            <Action size="xs" disabled={found.reason === null} onClick={() => setOpen(true)}>
              {t('exit.accept')}
            </Action>
          </div>
        </>
      ) : null}
      {isOpen ? <ExitDialog found={found} view={data} onClose={() => setOpen(false)} /> : null}
    </section>
  );
};

/** What leaving today costs and gives back, account by account. */
export const Settlement = ({ view: { accounts, currency } }: { view: ExitView }) => {
  const t = useTexts('retention');
  if (accounts.length === 0) return <p className="dim">{t('exit.noAccounts')}</p>;
  return (
    <Facts
      facts={accounts.map(({ number, balanceMinor, feeMinor }) => ({
        label: number,
        value: (
          <>
            {t('exit.balance')} <Money amountMinor={balanceMinor} currency={currency} isBalance />
            {feeMinor > 0 ? (
              <>
                {' · '}
                {t('exit.fee')} <Money amountMinor={feeMinor} currency={currency} />
              </>
            ) : null}
          </>
        ),
      }))}
    />
  );
};

type Props = { found: Case; view: ExitView; exit: NonNullable<ExitView['exit']> };

const Accepted = ({ found: { id, version, state }, view, exit }: Props) => {
  const t = useTexts('retention');
  const withdraw = useWrite('POST /api/cases/{id}/exit/withdraw', casePaths);
  const { currency, finalMinor, closedAt } = exit;
  const isOver = finalMinor !== null;
  const paper = isOver ? 'confirmation' : 'application';
  const take = (): void =>
    void saveFrom('GET /api/cases/{id}/exit/papers/{paper}', { id, paper }, `${paper}.pdf`).catch(
      notifyProblem,
    );
  return (
    <>
      <Facts
        facts={[
          { label: t('exit.number'), value: exit.number },
          { label: t('exit.applied'), value: formatDay(exit.appliedOn) },
          { label: t('exit.ends'), value: formatDay(exit.endsOn) },
          {
            label: t('exit.fee'),
            value:
              exit.leavingFee === 'waived' ? (
                t('exit.waived')
              ) : exit.feeMinor > 0 ? (
                <Money amountMinor={exit.feeMinor} currency={currency} />
              ) : null,
          },
          {
            label: isOver ? t('exit.final') : t('exit.balance'),
            value: (
              <Money amountMinor={finalMinor ?? exit.balanceMinor} currency={currency} isBalance />
            ),
          },
          { label: t('exit.closed'), value: closedAt ? formatInstant(closedAt) : null },
        ]}
      />
      <EquipmentList id={id} equipment={view.equipment} day={view.today} />
      <div className={css.line}>
        <Action size="xs" onClick={take}>
          {t(`exit.papers.${paper}`)}
        </Action>
        {state === 'open' ? (
          <Action
            size="xs"
            loading={withdraw.isPending}
            onClick={() => void withdraw.mutateAsync({ id, version }).catch(notifyProblem)}
          >
            {t('exit.withdraw')}
          </Action>
        ) : null}
      </div>
    </>
  );
};
