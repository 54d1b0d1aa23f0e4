import { Phone } from 'lucide-react';
import { formatPhone } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { deskPaths, useWrite, type Opened } from '../api.ts';

type Props = { conversation: Opened; onCalled: () => void };

/** Dials from one's own phone or softphone; the click is the touch that stops the clock. */
export const CallButton = ({ conversation, onCalled }: Props) => {
  const t = useTexts('conversations');
  const start = useWrite('POST /api/conversations/{id}/calls', deskPaths);
  const { id, dialUri, phone, isCalling } = conversation;
  const dial = (): void => {
    // First the phone: the browser lets a link of its kind open only from the press itself.
    globalThis.location.assign(dialUri);
    start.mutateAsync({ id }).then(onCalled).catch(notifyProblem);
  };
  return (
    <Action
      variant={isCalling ? 'light' : 'filled'}
      leftSection={<Phone size={15} />}
      keys="KeyC"
      keysLabel={t('act.call')}
      onClick={dial}
    >
      {isCalling ? t('act.going') : formatPhone(phone)}
    </Action>
  );
};
