import { Button } from '@mantine/core';
import { formatDay, formatInstant } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, useRead, useWrite } from '../client.ts';
import css from '../rules/rules.module.css';

type Props = { accountId: number; maySet: boolean };

/** Since when an account is short of money, what was done, and whether it is left in peace. */
export const DebtLine = ({ accountId, maySet }: Props) => {
  const t = useTexts('billing');
  const { data } = useRead('GET /api/accounts/{id}/dunning', { id: accountId });
  const called = useWrite('POST /api/accounts/{id}/dunning-call', servicePaths);
  const goOn = useWrite('DELETE /api/accounts/{id}/dunning-pause', servicePaths);
  if (!data || (data.shortSince === null && !data.pause)) return null;
  const { shortSince, pause, isToCall, deeds } = data;
  const run = (done: Promise<unknown>): void => void done.catch(notifyProblem);
  return (
    <div className={css.part}>
      {shortSince ? <p>{t('dunning.since', { on: formatInstant(shortSince, 'date') })}</p> : null}
      {deeds.length === 0 ? null : (
        <ul className={css.past}>
          {deeds.slice(0, 5).map(({ id, what, outcome, doneAt }) => (
            <li key={id}>
              {t(`choices.dunning.${what}`)}
              <span className="dim">
                {t(`choices.dunningOutcome.${outcome}`)}, {formatInstant(doneAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {pause ? (
        <p>{t('dunning.inPeace', { on: formatDay(pause.untilOn), words: pause.words })}</p>
      ) : null}
      {isToCall ? <p>{t('dunning.call')}</p> : null}
      {maySet && (isToCall || pause) ? (
        <div className={css.sums}>
          {isToCall ? (
            <Button size="xs" onClick={() => run(called.mutateAsync({ id: accountId }))}>
              {t('dunning.called')}
            </Button>
          ) : null}
          {pause ? (
            <Button size="xs" onClick={() => run(goOn.mutateAsync({ id: accountId }))}>
              {t('dunning.goOn')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
};
