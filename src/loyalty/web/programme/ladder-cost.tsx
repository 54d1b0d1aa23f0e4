import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { LadderCost as Cost } from '../client.ts';
import css from '../loyalty.module.css';

type Props = {
  /** What is asked about: what was told of other steps is not shown. */
  asked: string;
  look: () => Promise<Cost>;
};

/** What steps would cost a month, looked at before they are saved. */
export const LadderCost = ({ asked, look }: Props) => {
  const t = useTexts('loyalty');
  const [told, setTold] = useState<{ asked: string; cost: Cost } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const ask = async (): Promise<void> => {
    setBusy(true);
    try {
      setTold({ asked, cost: await look() });
    } catch (problem) {
      notifyProblem(problem);
    } finally {
      setBusy(false);
    }
  };
  const { people, monthMinor, currency } = told?.cost ?? { people: 0, monthMinor: 0, currency: '' };
  return (
    <div className={css.cost}>
      <Button size="xs" variant="default" loading={isBusy} onClick={() => void ask()}>
        {t('programme.tryCost')}
      </Button>
      <span className="dim" aria-live="polite">
        {told?.asked === asked
          ? t('programme.wouldCost', {
              people: formatNumber(people),
              money: formatMoney(monthMinor, currency),
            })
          : null}
      </span>
    </div>
  );
};
