import { Fragment } from 'react';
import { formatDay, formatInstant, formatMoney, formatNo } from '../../../ui/format.ts';
import { type Translate, useTexts } from '../../../ui/texts.ts';
import type { Deal } from '../client.ts';
import css from './open.module.css';

type Past = Deal['history'][number];
type Side = Record<string, unknown>;

const sideOf = (past: Past, side: 'before' | 'after'): Side => ({
  ...(past.facts[side] as Side | undefined),
  ...(past.details?.[side] as Side | undefined),
});

/** A value of a field as people read it. */
const shown = (t: Translate, deal: Deal, field: string, value: unknown): string => {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'number') {
    if (field.endsWith('Minor')) return formatMoney(value, deal.currency);
    return deal.names[`${field} ${value}`] || formatNo(value);
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (field === 'state') return t(`choices.state.${text}`);
  if (field === 'expectedOn') return formatDay(text);
  return field === 'nextAt' ? formatInstant(text) : text;
};

/** What a step's words name: which tariff, which service, and what was answered. */
const wordsOf = (t: Translate, { type, facts }: Past): Side => ({
  ...facts,
  ...(type === 'sales.guided_recommended' && {
    tariff: facts['tariff'] ?? t('timeline.nothing'),
  }),
  ...(type === 'sales.guided_pitched' && { answer: t(`answers.${String(facts['answer'])}`) }),
  ...(type === 'sales.guided_ended' && {
    outcome: t(`guided.outcomes.${String(facts['outcome'])}`),
  }),
  ...(type === 'sales.guided_objected' && {
    result: t(facts['hasHelped'] === true ? 'objections.helped' : 'objections.notHelped'),
  }),
});

const Step = ({ deal, past }: { deal: Deal; past: Past }) => {
  const t = useTexts('sales');
  const [before, after] = [sideOf(past, 'before'), sideOf(past, 'after')];
  const fields = Object.keys(after);
  const reason = past.details?.['reason'];
  return (
    <p className={css.past}>
      {fields.length === 0 ? (
        <b>{t(`history.${past.type.replace('sales.', '')}`, wordsOf(t, past))}</b>
      ) : null}
      {fields.map((field, at) => (
        <Fragment key={field}>
          {at === 0 ? '' : '; '}
          {t(`fields.${field}`)}:{' '}
          <span className={css.former}>{shown(t, deal, field, before[field])}</span>
          <span aria-hidden="true"> → </span>
          <b>{shown(t, deal, field, after[field])}</b>
        </Fragment>
      ))}
      {typeof reason === 'string' && reason !== '' ? `: ${reason}` : ''}
      {' · '}
      {past.actor ?? t('deals.system')}
      {' · '}
      <time dateTime={past.at}>{formatInstant(past.at)}</time>
    </p>
  );
};

/** Every step with what each field was before and after, the earliest first. */
export const DealHistory = ({ deal }: { deal: Deal }) => (
  <ol className={css.feed}>
    {deal.history.map((past) => (
      <li key={past.id}>
        <Step deal={deal} past={past} />
      </li>
    ))}
  </ol>
);
