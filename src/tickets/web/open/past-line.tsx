import { Fragment } from 'react';
import { signedMoney, useLineWords } from '../../../billing/web/index.tsx';
import { formatDay, formatInstant, formatNo } from '../../../ui/format.ts';
import { type Translate, useTexts } from '../../../ui/texts.ts';
import type { Ticket } from '../client.ts';
import { useFieldWords } from '../field-words.ts';
import css from './open.module.css';

type Past = Ticket['history'][number];
type Side = Record<string, unknown>;

/** Long texts are told to have changed; what they were stands in the base for good. */
const LONGEST_SHOWN = 120;

const sideOf = (past: Past, side: 'before' | 'after'): Side => ({
  ...(past.facts[side] as Side | undefined),
  ...(past.details?.[side] as Side | undefined),
});

/** The other ticket of two, and which of them became the other. */
const otherOf = ({ facts }: Past): Record<string, string> => {
  const { otherId, intoId, number: own, kind } = facts;
  if (typeof otherId !== 'number') return {};
  const isPart = intoId !== undefined && intoId !== own;
  return {
    other: formatNo(isPart ? Number(intoId) : otherId),
    context: isPart ? 'part' : typeof kind === 'string' ? kind : '',
  };
};

/** Names of labels that came or went. */
const wordsIn = (value: unknown, sign: string): string[] =>
  Array.isArray(value) ? value.map((name) => `${sign}${String(name)}`) : [];

type LineOf = (line: { kind: string; amountMinor: number; on: string }, currency: string) => string;

/** The money that a step speaks of: a sum with its sign, an account, a period. */
const moneyOf = ({ facts }: Past, lineOf: LineOf): Record<string, string> => {
  const { amountMinor, currency, account, fromOn, toOn, correctionId, lineKind, lineOn } = facts;
  if (typeof amountMinor === 'number' && typeof lineKind === 'string') {
    const line = { kind: lineKind, amountMinor, on: String(lineOn) };
    return { line: lineOf(line, String(currency)), context: 'line' };
  }
  return {
    sum: typeof amountMinor === 'number' ? signedMoney(amountMinor, String(currency)) : '',
    account: typeof account === 'string' ? account : '',
    period: typeof fromOn === 'string' ? `${formatDay(fromOn)} – ${formatDay(String(toOn))}` : '',
    ...(typeof correctionId === 'number' ? { correction: formatNo(correctionId) } : {}),
    ...(account === undefined ? { context: 'hidden' } : periodOf(fromOn)),
  };
};

const periodOf = (fromOn: unknown): Record<string, string> =>
  typeof fromOn === 'string' ? { context: 'period' } : {};

/** The rule or the schedule that did it, where one did. */
const causeOf = ({ facts }: Past, names: Ticket['names'], t: Translate): string | null => {
  const { ruleId, recurrenceId } = (facts['cause'] as Side | undefined) ?? {};
  const named = (kind: string, id: number): string => names[`${kind} ${id}`] ?? formatNo(id);
  if (typeof ruleId === 'number') return t('rules.by', { name: named('rule', ruleId) });
  if (typeof recurrenceId !== 'number') return null;
  return t('recurring.by', { name: named('recurrence', recurrenceId) });
};

/** One step in grey: "priority: usual → urgent", by whom and when. */
export const PastLine = ({ past, names }: { past: Past; names: Ticket['names'] }) => {
  const t = useTexts('tickets');
  const { label, shown } = useFieldWords(names);
  const { lineOf } = useLineWords();
  const [before, after] = [sideOf(past, 'before'), sideOf(past, 'after')];
  const fields = Object.keys(after);
  const cut = (text: string): string =>
    text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  const conversation = past.facts['conversation'];
  const labels = [...wordsIn(past.facts['added'], '+'), ...wordsIn(past.facts['removed'], '−')];
  return (
    <p className={css.past}>
      {fields.length === 0 ? (
        <b>
          {t(`history.${past.type.replace('tickets.', '')}`, {
            number: typeof conversation === 'number' ? formatNo(conversation) : '',
            labels: labels.join(', '),
            ...moneyOf(past, lineOf),
            ...otherOf(past),
          })}
        </b>
      ) : (
        fields.map((field, at) => (
          <Fragment key={field}>
            {at === 0 ? '' : '; '}
            {label(field)}: <span className={css.former}>{cut(shown(field, before[field]))}</span>
            <span aria-hidden="true"> → </span>
            <b>{cut(shown(field, after[field]))}</b>
          </Fragment>
        ))
      )}
      {' · '}
      {past.actor ?? causeOf(past, names, t) ?? t('open.system')}
      {' · '}
      <time dateTime={past.at}>{formatInstant(past.at)}</time>
    </p>
  );
};
