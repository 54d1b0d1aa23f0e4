import { type ReactNode, useState } from 'react';
import { useLookup } from '../../ui/slot.tsx';
import type { BulkAction } from '../../ui/table/bulk-bar.tsx';
import type { Target } from '../../ui/table/contract.ts';
import { useTexts } from '../../ui/texts.ts';
import { useMay } from '../../ui/viewer.tsx';
import { subscriberBulk } from './slots.ts';

type Asked = { id: string; target: Target; answer: (isDone: boolean) => void };

/** What other domains do with the ticked subscribers, and the dialog that is open. */
export const useOtherActions = (): { actions: BulkAction[]; dialog: ReactNode } => {
  const t = useTexts();
  const may = useMay();
  const offered = useLookup(subscriberBulk);
  const [asked, setAsked] = useState<Asked | null>(null);
  const actions = Object.entries(offered).flatMap(([id, { labelKey, permission }]) =>
    may(permission)
      ? [
          {
            id,
            label: t(labelKey),
            permission,
            run: (target: Target) =>
              new Promise<boolean>((answer) => setAsked({ id, target, answer })),
          },
        ]
      : [],
  );
  const Dialog = asked && offered[asked.id]?.Dialog;
  const close = (isDone: boolean): void => {
    asked?.answer(isDone);
    setAsked(null);
  };
  return { actions, dialog: Dialog ? <Dialog target={asked.target} onClose={close} /> : null };
};
