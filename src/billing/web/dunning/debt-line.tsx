import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay, formatInstant, formatMoney } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, useRead, useWrite } from '../client.ts';
import css from '../rules/rules.module.css';
import { PeaceDialog } from './peace-dialog.tsx';

type Props = { accountId: number; maySet: boolean };

/** Since when an account is short of money, what was done, and whether it is left in peace. */
export const DebtLine = ({ accountId, maySet }: Props) => {
  const t = useTexts('billing');
  const { data } = useRead('GET /api/accounts/{id}/dunning', { id: accountId });
  const called = useWrite('POST /api/accounts/{id}/dunning-call', servicePaths);
  const goOn = useWrite('DELETE /api/accounts/{id}/dunning-pause', servicePaths);
  const [isAsking, setAsking] = useState(false);
  if (!data || (data.shortSince === null && !data.pause)) return null;
  const { shortSince, debtMinor, currency, pause, isToCall, deeds } = data;
  const sum = formatMoney(debtMinor, currency);
  const run = (done: Promise<unknown>): void => void done.catch(notifyProblem);
  return (
    <div className={css.part}>
      {shortSince ? <p>{t('dunning.short', { sum, at: formatInstant(shortSince) })}</p> : null}
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
      {maySet ? (
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
          ) : (
            <Button size="xs" onClick={() => setAsking(true)}>
              {t('dunning.leave')}
            </Button>
          )}
        </div>
      ) : null}
      {isAsking ? <PeaceDialog accountId={accountId} onClose={() => setAsking(false)} /> : null}
    </div>
  );
};
