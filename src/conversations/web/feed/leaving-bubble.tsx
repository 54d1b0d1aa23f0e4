import { CloudOff, Paperclip } from 'lucide-react';
import { formatInstant } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Outgoing } from '../act/outbox.ts';
import css from './feed.module.css';

/** An answer that the server has not got yet, and what becomes of it. */
export const LeavingBubble = ({ outgoing }: { outgoing: Outgoing }) => {
  const t = useTexts('conversations');
  return (
    <article className={`${css.bubble} ${css.out}`}>
      <span className={css.words}>{outgoing.text}</span>
      {outgoing.files.length === 0 ? null : (
        <ul className={css.files}>
          {outgoing.files.map(({ id, name }) => (
            <li key={id}>
              <Paperclip size={13} aria-hidden="true" /> {name}
            </li>
          ))}
        </ul>
      )}
      <time className={css.time} dateTime={outgoing.at}>
        {formatInstant(outgoing.at, 'time')}
      </time>
      <div className={css.sending} role="status">
        {outgoing.isWaiting ? (
          <>
            <Badge tone="amber">
              <CloudOff size={12} aria-hidden="true" /> {t('feed.noLine')}
            </Badge>
            <span>{t('feed.leavesItself')}</span>
          </>
        ) : (
          <Badge tone="gray">{t('feed.sending.sending')}</Badge>
        )}
      </div>
    </article>
  );
};
