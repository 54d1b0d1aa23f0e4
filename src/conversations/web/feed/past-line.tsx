import { formatInstant } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Opened } from '../api.ts';
import css from './feed.module.css';

const wordsIn = (value: unknown, sign: string): string[] =>
  Array.isArray(value) ? value.map((name) => `${sign}${String(name)}`) : [];

/** Labels that were put on and taken off. */
const labelWords = ({ added, removed }: Record<string, unknown>): string =>
  [...wordsIn(added, '+'), ...wordsIn(removed, '−')].join(', ');

/** Of the other conversation, where a step is about two. */
const otherNumber = ({ intoNumber, otherNumber: other, fromNumber }: Record<string, unknown>) => {
  const number = intoNumber ?? other ?? fromNumber;
  return typeof number === 'number' ? number : '';
};

type Props = { past: Opened['history'][number]; number: number };

/** A step in the conversation's life, or in that of a part of it, in one grey line. */
export const PastLine = ({ past, number }: Props) => {
  const t = useTexts('conversations');
  const name = past.type.replace('conversations.', '');
  const { until, dueAt, outcome, reason, means } = past.facts;
  const isBroken = past.facts['isNormBroken'] === true;
  const broken = reason === 'not_answered' ? 'unanswered' : 'broken';
  const own = past.facts['number'];
  const isOfPart = typeof own === 'number' && own !== number;
  const instant = until ?? dueAt;
  const values = {
    actor: past.actor ?? t('feed.system'),
    at: typeof instant === 'string' ? formatInstant(instant) : '',
    outcome: typeof outcome === 'string' ? t(`closings.${outcome}`) : '',
    number: otherNumber(past.facts),
    labels: labelWords(past.facts),
    means: typeof means === 'string' ? t(`verify.means.${means}`) : '',
    context: isBroken ? broken : typeof reason === 'string' ? reason : '',
  };
  return (
    <p className={css.past}>
      {isOfPart ? `${t('header.number', { number: own })} · ` : ''}
      {t(`history.${name}`, values)}
      {' · '}
      <time dateTime={past.at}>{formatInstant(past.at, 'time')}</time>
    </p>
  );
};
