import { formatInstant } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Quote } from '../client.ts';
import css from './quotes.module.css';

/** Where the link of a quote was sent, and whether it has left. */
export const Sendings = ({ sendings }: { sendings: Quote['sendings'] }) => {
  const t = useTexts('sales');
  return (
    <>
      {sendings.map(({ id, way, recipient, state, sentAt, sentBy }) => (
        <p key={id} className={state === 'failed' || state === 'unknown' ? css.unsent : 'dim'}>
          {t('quotes.sentTo', {
            where: [
              [t(`quotes.ways.${way}`), recipient].filter(Boolean).join(' '),
              t(`quotes.sendings.${state}`),
              formatInstant(sentAt),
              sentBy,
            ]
              .filter(Boolean)
              .join(' · '),
          })}
        </p>
      ))}
    </>
  );
};
