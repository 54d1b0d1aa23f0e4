import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatInstant } from '../../../ui/format.ts';
import { KeyHint } from '../../../ui/show/key-hint.tsx';
import { useShortcut } from '../../../ui/shortcut.ts';
import { useTexts } from '../../../ui/texts.ts';
import css from './drafts.module.css';

type Props = {
  title: string;
  onGoOn: () => void;
  /** A list item for each thing. */
  children: ReactNode;
};

/** What happened while somebody was writing: the words wait until it was looked at. */
export const MissedBox = ({ title, onGoOn, children }: Props) => {
  const t = useTexts('work');
  useShortcut('Escape', onGoOn, { label: t('stale.goOn'), isWhileTyping: true });
  return (
    <div className={css.missed} role="alert">
      <p>{title}</p>
      <ul>{children}</ul>
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

const LONGEST = 300;

/** Words that somebody said meanwhile. */
export const MissedWords = ({ who, at, text }: { who: string; at: string; text: string }) => (
  <li>
    <b>{who}</b> <time dateTime={at}>{formatInstant(at, 'time')}</time>
    <span className={css.missedWords}>{text.slice(0, LONGEST)}</span>
  </li>
);

/** Variables of a template that nobody has filled. */
export const UnfilledLine = ({ names }: { names: readonly string[] }) => {
  const t = useTexts('work');
  if (names.length === 0) return null;
  return (
    <p className={css.missed} role="alert">
      {t('stale.unfilled', { names: names.join(', ') })}
    </p>
  );
};
