import { Link } from 'react-router';
import { formatInstant, formatNo } from '../../../ui/format.ts';
import { Badge, type Tone } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../billing.module.css';
import type { Correction } from '../client.ts';
import { MarkLink } from '../mark-link.tsx';
import { signedMoney, useLineWords } from '../use-line-words.ts';
import { CorrectionActions } from './correction-actions.tsx';

const tones: Record<Correction['state'], Tone> = {
  proposed: 'amber',
  posted: 'green',
  refused: 'red',
  withdrawn: 'gray',
  reversed: 'gray',
};

type Props = {
  correction: Correction;
  /** Whose account it is, where that is not known from the place. */
  showsAccount?: boolean;
  showsOrigin?: boolean;
  /** The sum stands beside it already. */
  hidesSum?: boolean;
  /** All that stand there wait. */
  hidesWaiting?: boolean;
};

/** What it is of: a line, a period, another correction. */
const AboutWords = ({ correction }: { correction: Correction }) => {
  const t = useTexts('billing');
  const { lineOf, periodOf } = useLineWords();
  const { reason, line, fromOn, toOn, reversesId, currency } = correction;
  const of = [
    reason,
    reversesId === null ? '' : t('corrections.takesBack', { number: formatNo(reversesId) }),
    line ? lineOf(line, currency) : '',
    fromOn !== null && toOn !== null ? periodOf(fromOn, toOn) : '',
  ];
  return <div>{of.filter(Boolean).join(' · ')}</div>;
};

/** Who wanted it and who decided. */
const By = ({ correction }: { correction: Correction }) => {
  const t = useTexts('billing');
  const { state, proposedBy, proposedAt, decidedBy, decidedAt } = correction;
  const asked = t('corrections.proposedBy', {
    name: proposedBy ?? t('corrections.nobody'),
    at: formatInstant(proposedAt),
  });
  const decided =
    decidedAt === null || state === 'proposed'
      ? ''
      : t(`corrections.by.${state === 'reversed' ? 'posted' : state}`, {
          name: decidedBy ?? t('corrections.nobody'),
          at: formatInstant(decidedAt),
        });
  return <div className={`${css.by} dim`}>{[asked, decided].filter(Boolean).join(' · ')}</div>;
};

/** One correction with what may be done with it now; the same at a ticket, a statement, a queue. */
export const CorrectionView = (props: Props) => {
  const { correction, showsAccount, showsOrigin, hidesSum, hidesWaiting } = props;
  const t = useTexts('billing');
  const { id, kind, state, amountMinor, currency, words, refusal, origin } = correction;
  return (
    <article className={css.correction} aria-label={t('corrections.one', { number: formatNo(id) })}>
      <div className={css.first}>
        <span className={css.what}>{t(`choices.correction.${kind}`)}</span>
        <span className="dim tabular">{formatNo(id)}</span>
        {hidesWaiting && state === 'proposed' ? null : (
          <Badge tone={tones[state]}>{t(`choices.correctionState.${state}`)}</Badge>
        )}
        {showsOrigin && origin ? <MarkLink mark={origin} /> : null}
        {hidesSum ? null : (
          <span className={`tabular ${css.sum} ${amountMinor > 0 ? css.raised : ''}`}>
            {signedMoney(amountMinor, currency)}
          </span>
        )}
      </div>
      {showsAccount ? (
        <div>
          <Link to={`/subscribers/${correction.subscriberId}`}>{correction.subscriberName}</Link>
          {' · '}
          <Link to={`/accounts/${correction.accountId}`} className="tabular">
            {correction.account}
          </Link>
        </div>
      ) : null}
      <AboutWords correction={correction} />
      {words === '' || words === correction.reason ? null : <p className={css.words}>{words}</p>}
      {refusal === '' ? null : (
        <p className={`${css.words} ${css.refusal}`}>
          {t('corrections.refusal', { words: refusal })}
        </p>
      )}
      <By correction={correction} />
      <CorrectionActions correction={correction} />
    </article>
  );
};
