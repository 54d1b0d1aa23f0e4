import { Button } from '@mantine/core';
import { useTexts } from '../../../ui/texts.ts';
import type { AccountAdvice, Advice } from '../client.ts';
import { signedMoney } from '../use-line-words.ts';
import { AdviceTable } from './advice-table.tsx';
import css from './advisor.module.css';
import { reasonsFor, sharedWords, usedWords } from './reasons.ts';

type Props = {
  given: AccountAdvice;
  advice: Advice;
  onChoose: (subscriptionId: number, versionId: number) => void;
};

/** What is advised in place of one tariff, why, and what every other would have cost. */
export const AdviceView = ({ given, advice, onChoose }: Props) => {
  const t = useTexts('billing');
  const { currency, settings, may } = given;
  const best = advice.offered.find(({ versionId }) => versionId === advice.bestVersionId);
  const choose = (versionId: number): void => onChoose(advice.subscriptionId, versionId);
  const used = usedWords(t, advice);
  return (
    <div className={css.advice}>
      {advice.isShared ? <p className={css.warning}>{sharedWords(t, advice, settings)}</p> : null}
      {best ? (
        <div className={css.best}>
          <div>
            <h3>{t('advisor.title', { name: best.name })}</h3>
            <ul>
              {reasonsFor(t, advice, best, currency).map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
            {may.seeEffect ? (
              <p className="dim">
                {t('advisor.effect', {
                  sum: signedMoney(best.meanMinor - advice.now.meanMinor, currency),
                })}
              </p>
            ) : null}
          </div>
          {may.serve ? (
            <Button variant="filled" onClick={() => choose(best.versionId)}>
              {t('service.change')}
            </Button>
          ) : null}
        </div>
      ) : (
        <div>
          <h3>
            {advice.isEnough
              ? t('advisor.stay', { name: advice.now.name })
              : t('advisor.tooLittle')}
          </h3>
          <p>
            {advice.isEnough
              ? [used, t('advisor.stayText')].filter(Boolean).join(' ')
              : t('advisor.tooLittleText', { have: advice.months, need: settings.leastMonths })}
          </p>
        </div>
      )}
      {advice.isMeasured ? null : <p className="dim">{t('advisor.unmeasured')}</p>}
      {advice.months > 0 ? (
        <AdviceTable advice={advice} currency={currency} onChoose={may.serve ? choose : null} />
      ) : null}
    </div>
  );
};
