import { formatDay, formatMoney } from '../../../ui/format.ts';
import { Badge, type Tone } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Promises } from '../client.ts';
import css from '../rules/rules.module.css';

const tones: Record<Promises['promises'][number]['state'], Tone> = {
  open: 'amber',
  kept: 'green',
  broken: 'red',
};

/** What an account promised before, and what became of it. */
export const Past = ({ shown }: { shown: Promises }) => {
  const t = useTexts('billing');
  const past = shown.promises.filter(({ state }) => state !== 'open');
  if (past.length === 0) return null;
  return (
    <div className={css.past}>
      <h3>{t('promises.past')}</h3>
      <ul className={css.past}>
        {past.map(({ id, state, amountMinor, dueOn, takenBy }) => (
          <li key={id}>
            <Badge tone={tones[state]}>{t(`choices.promiseState.${state}`)}</Badge>
            {t('promises.line', {
              sum: formatMoney(amountMinor, shown.currency),
              on: formatDay(dueOn),
            })}
            {takenBy ? <span className="dim">{t('promises.by', { name: takenBy })}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
};
