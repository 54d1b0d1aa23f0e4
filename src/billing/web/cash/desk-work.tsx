import { useState } from 'react';
import { EmptyState } from '../../../ui/show/state.tsx';
import { HandCoins } from 'lucide-react';
import { useTexts } from '../../../ui/texts.ts';
import type { CashShift, Payer, TakenPayment } from '../client.ts';
import css from './cash.module.css';
import { FindPayer } from './find-payer.tsx';
import { ShiftAside } from './shift-aside.tsx';
import { TakePayment } from './take-payment.tsx';
import { Taken } from './taken.tsx';

type Stage = { payer: Payer } | { taken: TakenPayment } | null;

/** One after another comes to the window: who, how much, the change; and at once the next. */
export const DeskWork = ({ shift }: { shift: CashShift }) => {
  const t = useTexts('billing');
  const [stage, setStage] = useState<Stage>(null);
  // A new round begins with an empty search that has the focus.
  const [round, setRound] = useState(0);
  const next = (to: Stage): void => {
    setStage(to);
    setRound((before) => before + 1);
  };
  const { currency } = shift.desk;
  return (
    <div className={css.desk}>
      <div className={`${css.work} scroll`}>
        <div className={css.column}>
          <FindPayer
            key={round}
            currency={currency}
            isFocused={stage === null || 'taken' in stage}
            onPick={(payer) => next({ payer })}
          >
            {stage === null ? (
              <EmptyState icon={HandCoins} title={t('cash.start')} text={t('cash.startText')} />
            ) : null}
            {stage && 'payer' in stage ? (
              <TakePayment
                key={round}
                payer={stage.payer}
                currency={currency}
                onTaken={(taken) => next({ taken })}
                onLeft={() => next(null)}
              />
            ) : null}
            {stage && 'taken' in stage ? <Taken taken={stage.taken} currency={currency} /> : null}
          </FindPayer>
        </div>
      </div>
      <ShiftAside shift={shift} />
    </div>
  );
};
