import { formatInstant } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Opened } from '../api.ts';
import { accountOf } from '../name-of.ts';
import { topicIn } from '../topic.ts';
import { LetterFrame } from './letter-frame.tsx';
import { MessageFiles } from './message-files.tsx';
import { SendingState } from './sending-state.tsx';
import css from './feed.module.css';

type Props = { message: Opened['messages'][number]; conversation: Opened };

/** Words: theirs at the left, ours at the right, and notes in amber, which they never see. */
export const Bubble = ({ message, conversation }: Props) => {
  const t = useTexts('conversations');
  const { id, direction, text, author, at, senderAddress, senderName, quoted, sending } = message;
  const { editedAt, formerText, answerTo } = message;
  const isTheirs = direction === 'in';
  const isLetter = senderAddress !== '';
  const heading = isLetter ? message.subject : topicIn(t, conversation.subject);
  const hasFiles = message.files.length + message.lackingFiles.length > 0;
  const empty = isLetter ? t('feed.noText') : t('feed.noWords');
  return (
    <article className={`${css.bubble} ${css[direction] ?? ''}`}>
      {isLetter ? (
        <div className={css.sender}>
          <b>{senderName || accountOf(senderAddress)}</b>{' '}
          {senderName === '' ? null : <span className="dim">{senderAddress}</span>}
          {message.isUnproven ? <div className={css.doubt}>{t('feed.unproven')}</div> : null}
          {answerTo === '' ? null : (
            <div className={css.doubt}>{t('feed.answerTo', { address: answerTo })}</div>
          )}
        </div>
      ) : null}
      {isTheirs && heading !== '' ? <Badge tone="blue">{heading}</Badge> : null}
      {message.isAutomatic ? <Badge tone="gray">{t('feed.automatic')}</Badge> : null}
      {direction === 'note' ? <span className={css.label}>{t('feed.note')}: </span> : null}
      <span className={css.words}>{text === '' && isTheirs && !hasFiles ? empty : text}</span>
      {quoted === '' ? null : (
        <details className={css.quoted}>
          <summary>{t('feed.quoted')}</summary>
          <span className={css.words}>{quoted}</span>
        </details>
      )}
      {editedAt === null || formerText === '' || formerText === text ? null : (
        <details className={css.quoted}>
          <summary>{t('feed.edited', { at: formatInstant(editedAt, 'time') })}</summary>
          <span className={css.words}>{formerText}</span>
        </details>
      )}
      {message.isLetter ? <LetterFrame id={conversation.id} messageId={id} /> : null}
      <MessageFiles id={conversation.id} files={message.files} lacking={message.lackingFiles} />
      <time className={css.time} dateTime={at}>
        {author === null ? '' : `${author} · `}
        {formatInstant(at, 'time')}
      </time>
      {sending ? (
        <SendingState conversation={conversation} messageId={id} sending={sending} />
      ) : null}
    </article>
  );
};
