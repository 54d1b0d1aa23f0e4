import { Button } from '@mantine/core';
import { Phone } from 'lucide-react';
import { useRef } from 'react';
import { formatPhone } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useShortcut } from '../../../ui/shortcut.ts';
import { Action } from '../../../ui/show/action.tsx';
import { KeyHint } from '../../../ui/show/key-hint.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { deskPaths, useWrite, type Opened } from '../api.ts';
import css from './act.module.css';

type Props = { conversation: Opened; onCall: () => void };

/**
 * Dials by the exchange where it does that for the viewer; else a link that dials from one's own
 * phone or softphone, and following it is the touch that stops the clock. `onCall` comes with the
 * press, not with the answer: what the agent opens meanwhile stays.
 */
export const CallButton = ({ conversation, onCall }: Props) => {
  const t = useTexts('conversations');
  const link = useRef<HTMLAnchorElement>(null);
  const start = useWrite('POST /api/conversations/{id}/calls', deskPaths);
  const { id, dialUri, phone, isCalling, isUntold } = conversation;
  const variant = isCalling || isUntold ? 'light' : 'filled';
  const begin = (): void => {
    onCall();
    start.mutateAsync({ id }).catch(notifyProblem);
  };
  // The browser lets such a link open only from a press itself, so the key presses the link.
  useShortcut('KeyC', () => link.current?.click(), {
    label: t('act.call'),
    isEnabled: dialUri !== '',
  });
  if (phone === '') return <span className="dim">{t('act.noPhone')}</span>;
  if (dialUri === '') {
    return (
      <Action
        className={css.dial ?? ''}
        variant={variant}
        leftSection={<Phone size={15} />}
        keys="KeyC"
        keysLabel={t('act.call')}
        loading={start.isPending}
        onClick={begin}
      >
        {formatPhone(phone)}
      </Action>
    );
  }
  return (
    <Button
      component="a"
      className={css.dial ?? ''}
      ref={link}
      href={dialUri}
      variant={variant}
      leftSection={<Phone size={15} />}
      rightSection={<KeyHint keys="KeyC" />}
      aria-keyshortcuts="C"
      onClick={begin}
    >
      {isCalling ? t('act.going') : formatPhone(phone)}
    </Button>
  );
};
