import { formatPercent, formatWholeMoney } from '../../../ui/format.ts';
import { Action } from '../../../ui/show/action.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { CaseOffer } from '../client.ts';
import css from './desk.module.css';

type Props = {
  offer: CaseOffer;
  currency: string;
  isOpen: boolean;
  mayAnswer: boolean;
  isBusy: boolean;
  onTake: () => void;
  onRefuse: () => void;
  onUndo: () => void;
};

/** One offer: how it is said, what it brings and costs, and what they answered. */
export const OfferBox = (props: Props) => {
  const { offer, currency, isOpen, mayAnswer, isBusy, onTake, onRefuse, onUndo } = props;
  const t = useTexts('retention');
  const { name, answer, words, expectedMinor, costMinor, learntRate, decided } = offer;
  return (
    <div className={css.offer}>
      <div className={css.line}>
        <b>{name}</b>
        {answer === null ? null : (
          <Badge tone={answer === 'taken' ? 'green' : 'gray'}>
            {t(`offers.answers.${answer}`)}
          </Badge>
        )}
      </div>
      {words === '' ? null : <p className={css.said}>{words}</p>}
      {isOpen ? (
        <span className="dim">
          {t('offers.worth')} {formatWholeMoney(expectedMinor, currency)}
          {' · '}
          {t('offers.costs')} <Money amountMinor={costMinor} currency={currency} />
          {' · '}
          {t(decided === 0 ? 'offers.thought' : 'offers.helps', {
            share: formatPercent(learntRate),
            count: decided,
          })}
        </span>
      ) : null}
      {isOpen && answer === null && mayAnswer ? (
        <div className={css.line}>
          <Action size="xs" variant="light" loading={isBusy} onClick={onTake}>
            {t('offers.take')}
          </Action>
          <Action size="xs" loading={isBusy} onClick={onRefuse}>
            {t('offers.refuse')}
          </Action>
        </div>
      ) : null}
      {isOpen && mayUndo(offer) ? (
        <div className={css.line}>
          <Action size="xs" variant="subtle" loading={isBusy} onClick={onUndo}>
            {t('offers.undo')}
          </Action>
        </div>
      ) : null}
    </div>
  );
};

/** A refusal, or a discount; what went on elsewhere is taken back there. */
const mayUndo = ({ answer, kind }: CaseOffer): boolean =>
  answer === 'refused' || (answer === 'taken' && (kind === 'discount' || kind === 'bonus'));
