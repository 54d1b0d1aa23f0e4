import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Advisor } from '../client.ts';
import { signedMoney } from '../use-line-words.ts';
import css from './advisor.module.css';
import type { Asked } from './asking.tsx';
import { addUp } from './sums.ts';
import { Telling } from './telling.tsx';

type Props = { advisor: Advisor; asked: Asked };

/** How many they are and what it would bring to change them all; and the way to their list. */
export const Effect = ({ advisor, asked }: Props) => {
  const t = useTexts('billing');
  const may = useMay();
  const found = addUp(advisor, asked.kind, asked);
  const sign = asked.kind === 'overpays' ? -1 : 1;
  return (
    <div className={css.effect}>
      <div>
        {found.length === 0 ? <p>{t('advisor.nobody')}</p> : null}
        {found.map(({ currency, accounts, minor }) => (
          <p key={currency}>
            {t(`advisor.effects.${asked.kind}`, {
              count: accounts,
              accounts: formatNumber(accounts),
              sum: signedMoney(sign * minor, currency),
              paid: formatMoney(minor, currency),
            })}
          </p>
        ))}
      </div>
      {may('subscribers.view') ? <Telling advisor={advisor} asked={asked} /> : null}
    </div>
  );
};
