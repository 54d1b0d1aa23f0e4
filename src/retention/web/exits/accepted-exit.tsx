import { formatDay, formatInstant } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { saveFrom } from '../../../ui/save-from.ts';
import { Action } from '../../../ui/show/action.tsx';
import { Facts } from '../../../ui/show/facts.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../cases/desk.module.css';
import type { Case, ExitView } from '../client.ts';
import { EquipmentList } from './equipment-list.tsx';
import { WithdrawActions } from './withdraw-actions.tsx';

type Props = { found: Case; view: ExitView; exit: NonNullable<ExitView['exit']> };

/** An application that was accepted, and what has come of it. */
export const AcceptedExit = ({ found, view, exit }: Props) => {
  const { id, state } = found;
  const t = useTexts('retention');
  const { currency, finalMinor, closedAt } = exit;
  const isOver = finalMinor !== null;
  const paper = isOver ? 'confirmation' : 'application';
  const take = (): void =>
    void saveFrom('GET /api/cases/{id}/exit/papers/{paper}', { id, paper }, `${paper}.pdf`).catch(
      notifyProblem,
    );
  const open = exit.accounts.filter((one) => view.accounts.some((other) => other.id === one.id));
  const accounts = exit.accounts.map(({ number, endsOn }) =>
    endsOn === exit.endsOn ? number : t('exit.sooner', { number, on: formatDay(endsOn) }),
  );
  return (
    <>
      {exit.failure === null ? null : (
        <p className={css.stuck} role="status">
          {t('exit.stuck', { why: exit.failure })}
        </p>
      )}
      <Facts
        facts={[
          { label: t('exit.number'), value: exit.number },
          { label: t('exit.accounts'), value: accounts.join(', ') },
          { label: t('exit.applied'), value: formatDay(exit.appliedOn) },
          { label: t('exit.ends'), value: formatDay(exit.endsOn) },
          {
            label: t('exit.feeFact'),
            value:
              exit.leavingFee === 'waived' ? (
                t('exit.fees.waived')
              ) : exit.feeMinor > 0 ? (
                <Money amountMinor={exit.feeMinor} currency={currency} />
              ) : null,
          },
          {
            label: isOver ? t('exit.final') : t('exit.balanceFact'),
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
        {state === 'open' ? <WithdrawActions found={found} open={open} /> : null}
      </div>
    </>
  );
};
