import { useState } from 'react';
import { formatInstant } from '../../../ui/format.ts';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { later } from '../../../ui/slot.tsx';
import type { Case } from '../client.ts';

const CallDialog = later(async () => (await import('./call-dialog.tsx')).CallDialog);

/** When they asked to be called, and the way to agree on it anew. */
export const CallAction = ({ found }: { found: Case }) => {
  const t = useTexts('retention');
  const [isOpen, setOpen] = useState(false);
  const { callAt } = found;
  return (
    <>
      <Action size="xs" onClick={() => setOpen(true)}>
        {callAt === null ? t('cases.callLater') : t('cases.callsAt', { at: formatInstant(callAt) })}
      </Action>
      {isOpen ? <CallDialog found={found} onClose={() => setOpen(false)} /> : null}
    </>
  );
};
