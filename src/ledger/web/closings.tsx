import { formatDay, formatNumber } from '../../ui/format.ts';
import { Instant } from '../../ui/show/time.tsx';
import { Box, CardSection } from '../../ui/show/facts.tsx';
import { ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useRead } from './client.ts';
import css from './ledger.module.css';

/** Periods that were closed, the latest first. */
export const Closings = () => {
  const t = useTexts('ledger');
  const { data, error, refetch } = useRead('GET /api/ledger/closings');
  const closings = data?.closings ?? [];
  return (
    <Box>
      <CardSection title={t('closing.title')}>
        {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
        {data && closings.length === 0 ? <p className="dim">{t('closing.none')}</p> : null}
        <ul className={css.closings}>
          {closings.map(({ id, closedThrough, closedAt, closedBy, postings }) => (
            <li key={id}>
              <span>{t('closing.through', { on: formatDay(closedThrough) })}</span>
              <span className="dim">
                {postings === null
                  ? t('closing.counting')
                  : t('closing.postings', { count: postings, number: formatNumber(postings) })}
              </span>
              <span className="dim">
                <Instant at={closedAt} />
                {closedBy === null ? null : ` · ${closedBy}`}
              </span>
            </li>
          ))}
        </ul>
      </CardSection>
    </Box>
  );
};
