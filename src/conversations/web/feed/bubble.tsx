import { formatInstant } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Opened } from '../api.ts';
import { topicIn } from '../topic.ts';
import css from './feed.module.css';

type Props = { message: Opened['messages'][number]; topic: string };

/** Words: theirs at the left, ours at the right, and notes in amber, which they never see. */
export const Bubble = ({ message, topic }: Props) => {
  const t = useTexts('conversations');
  const { direction, text, author, at } = message;
  const isTheirs = direction === 'in';
  return (
    <article className={`${css.bubble} ${css[direction] ?? ''}`}>
      {isTheirs ? <Badge tone="blue">{topicIn(t, topic)}</Badge> : null}
      {direction === 'note' ? <span className={css.label}>{t('feed.note')}: </span> : null}
      <span className={css.words}>{text === '' && isTheirs ? t('feed.noWords') : text}</span>
      <time className={css.time} dateTime={at}>
        {author === null ? '' : `${author} · `}
        {formatInstant(at, 'time')}
      </time>
    </article>
  );
};
