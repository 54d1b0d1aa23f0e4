import { Button } from '@mantine/core';
import { Phone } from 'lucide-react';
import { useRef } from 'react';
import { formatPhone } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useShortcut } from '../../../ui/shortcut.ts';
import { KeyHint } from '../../../ui/show/key-hint.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { deskPaths, useWrite, type Opened } from '../api.ts';

type Props = { conversation: Opened; onCalled: () => void };

/** Dials from one's own phone or softphone; the click is the touch that stops the clock. */
export const CallButton = ({ conversation, onCalled }: Props) => {
  const t = useTexts('conversations');
  const link = useRef<HTMLAnchorElement>(null);
  const start = useWrite('POST /api/conversations/{id}/calls', deskPaths);
  useShortcut('KeyC', () => link.current?.click(), { label: t('act.call') });
  const isGoing = conversation.attempts.some((one) => one.endedAt === null);
  return (
    <Button
      component="a"
      ref={link}
      href={conversation.dialUri}
      variant={isGoing ? 'light' : 'filled'}
      leftSection={<Phone size={15} />}
      rightSection={<KeyHint keys="KeyC" />}
      aria-keyshortcuts="KeyC"
      onClick={() => {
        start.mutateAsync({ id: conversation.id }).then(onCalled).catch(notifyProblem);
      }}
    >
      {isGoing ? t('act.going') : formatPhone(conversation.phone)}
    </Button>
  );
};
