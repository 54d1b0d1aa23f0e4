import { Pencil } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { BulkAction } from '../../../ui/table/bulk-bar.tsx';
import type { Target } from '../../../ui/table/contract.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { ChangeDialog } from './change-dialog.tsx';

type Asked = { target: Target; answer: (isDone: boolean) => void };

/** What the viewer can do with many subscribers at once, and the dialog that it opens. */
export const useBulkActions = (): { actions: BulkAction[]; dialog: ReactNode } => {
  const t = useTexts('subscribers');
  const may = useMay();
  const [asked, setAsked] = useState<Asked | null>(null);
  const change: BulkAction = {
    id: 'change',
    label: t('bulk.action'),
    icon: Pencil,
    keys: 'KeyE',
    permission: 'subscribers.edit',
    run: (target) => new Promise((answer) => setAsked({ target, answer })),
  };
  const close = (isDone: boolean): void => {
    asked?.answer(isDone);
    setAsked(null);
  };
  return {
    actions: may('subscribers.edit') ? [change] : [],
    dialog: asked ? <ChangeDialog target={asked.target} onClose={close} /> : null,
  };
};
