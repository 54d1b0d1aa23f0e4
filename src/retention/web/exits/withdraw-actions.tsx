import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Case, casePaths, type ExitView, useWrite } from '../client.ts';

type Props = { found: Case; open: NonNullable<ExitView['exit']>['accounts'] };

/** Takes an application back, of all that is open still or of one account alone. */
export const WithdrawActions = ({ found: { id, version }, open }: Props) => {
  const t = useTexts('retention');
  const withdraw = useWrite('POST /api/cases/{id}/exit/withdraw', casePaths);
  const stay = (of: { accountIds?: number[] }): void =>
    void withdraw.mutateAsync({ id, version, ...of }).catch(notifyProblem);
  return (
    <>
      <Action size="xs" loading={withdraw.isPending} onClick={() => stay({})}>
        {t('exit.withdraw')}
      </Action>
      {open.length > 1
        ? open.map((account) => (
            <Action
              key={account.id}
              size="xs"
              variant="subtle"
              loading={withdraw.isPending}
              onClick={() => stay({ accountIds: [account.id] })}
            >
              {t('exit.withdrawOne', { number: account.number })}
            </Action>
          ))
        : null}
    </>
  );
};
