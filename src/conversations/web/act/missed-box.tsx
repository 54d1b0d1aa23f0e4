import { Button } from '@mantine/core';
import { formatInstant } from '../../../ui/format.ts';
import { KeyHint } from '../../../ui/show/key-hint.tsx';
import { useShortcut } from '../../../ui/shortcut.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Opened } from '../api.ts';
import css from './act.module.css';

type Props = { missed: Opened['messages']; onGoOn: () => void };

const LONGEST = 300;

/** What was said while somebody was answering: the answer waits until it was looked at. */
export const MissedBox = ({ missed, onGoOn }: Props) => {
  const t = useTexts('conversations');
  useShortcut('Escape', onGoOn, { label: t('stale.goOn'), isWhileTyping: true });
  return (
    <div className={css.missed} role="alert">
      <p>{t('stale.title', { count: missed.length })}</p>
      <ul>
        {missed.map(({ id, author, senderName, text, at }) => (
          <li key={id}>
            <b>{author ?? (senderName || t('stale.them'))}</b>{' '}
            <time dateTime={at}>{formatInstant(at, 'time')}</time>
            <span className={css.missedWords}>{text.slice(0, LONGEST)}</span>
          </li>
        ))}
      </ul>
      <Button
        size="xs"
        variant="default"
        rightSection={<KeyHint keys="Escape" />}
        aria-keyshortcuts="Escape"
        onClick={onGoOn}
      >
        {t('stale.goOn')}
      </Button>
    </div>
  );
};
