import { Ago } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { OpenSegment } from '../client.ts';
import css from './open.module.css';

/** What a segment asks, what it is for, how fresh it is. */
export const SegmentFacts = ({ segment }: { segment: OpenSegment }) => {
  const t = useTexts('segments');
  const { sentence, note, kind, countedAt, everyMinutes, createdBy, isBadge, failure } = segment;
  return (
    <section className={css.facts} aria-label={t('open.condition')}>
      <p className={css.sentence}>{sentence === '' ? t('open.byHand') : sentence}</p>
      {note === '' ? null : <p className={css.sentence}>{note}</p>}
      <span className="dim">
        {createdBy === null ? t('open.ready') : `${t('open.author')}: ${createdBy}`}
        {countedAt === null ? null : (
          <>
            {' · '}
            {t('open.counted')} <Ago at={countedAt} />
          </>
        )}
        {kind === 'dynamic'
          ? ` · ${t('builder.minutes', { count: everyMinutes }).toLowerCase()}`
          : null}
        {isBadge ? ` · ${t('open.badge')}` : null}
      </span>
      {failure === null ? null : <p className={css.wrong}>{t(failure.replace('.', ':errors.'))}</p>}
    </section>
  );
};
