import { Button } from '@mantine/core';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { ChoiceButton } from './choices.tsx';
import { Foot } from './foot.tsx';
import { GoOn } from './go-on.tsx';
import { LineForm } from './line-form.tsx';
import { MetresForm } from './metres-form.tsx';
import type { StepProps } from './use-guided.ts';
import { TariffLine } from './tariff-box.tsx';
import css from './guided.module.css';

const tariffRoute = 'PUT /api/guided-sales/{id}/tariff';

/** One tariff with the sentence to be read aloud; others only when they are asked for. */
export const RecommendationStep = ({ sale, acting }: StepProps) => {
  const t = useTexts('sales');
  const { recommended, alternatives, alternativeCount, currency, lines } = sale;
  const go = (): void => acting.act('POST /api/guided-sales/{id}/answer', {});
  if (!lines) {
    return (
      <>
        <LineForm sale={sale} acting={acting} />
        <Foot acting={acting} />
      </>
    );
  }
  if (!recommended) {
    const isStopped = lines.length > 0 && lines.every((line) => line.isStopped);
    const isFar = sale.isMetred && sale.metres !== null;
    const nothing = isStopped ? (isFar ? 'tooFar' : 'stopped') : 'nothingFits';
    return (
      <>
        <p className={css.none}>{t(`guided.${nothing}`)}</p>
        {sale.isMetred ? (
          <MetresForm sale={sale} acting={acting} />
        ) : (
          <LineForm sale={sale} acting={acting} />
        )}
        <GoOn acting={acting} isPass onGo={go} />
      </>
    );
  }
  const take = (versionId: number): void => acting.actAndGo(tariffRoute, { versionId });
  return (
    <>
      <blockquote className={css.aloud}>{recommended.reason}</blockquote>
      <TariffLine
        tariff={recommended}
        currency={currency}
        ways={sale.taken === null ? sale.paymentWays : []}
      />
      <MetresForm sale={sale} acting={acting} />
      {alternatives.map((tariff, at) => (
        <ChoiceButton
          key={tariff.versionId}
          at={at}
          label={tariff.name}
          isChosen={sale.taken?.versionId === tariff.versionId}
          onChoose={() => take(tariff.versionId)}
        >
          <TariffLine tariff={tariff} currency={currency} />
        </ChoiceButton>
      ))}
      <div className={css.more}>
        {alternatives.length === 0 && alternativeCount > 0 ? (
          <Action
            keys="KeyX"
            size="xs"
            onClick={() => acting.act('POST /api/guided-sales/{id}/alternatives', {})}
          >
            {t('guided.others')}
          </Action>
        ) : null}
        <Button size="xs" variant="subtle" disabled={acting.isBusy} onClick={go}>
          {t('guided.unsure')}
        </Button>
      </div>
      <GoOn acting={acting} label={t('guided.take')} onGo={() => take(recommended.versionId)} />
    </>
  );
};
