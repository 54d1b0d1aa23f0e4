import { Pencil } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { BulkAction } from '../../../ui/table/bulk-bar.tsx';
import type { Target } from '../../../ui/table/contract.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { later } from '../../../ui/slot.tsx';
import type { BulkList } from './client.ts';

const ChangeDialog = later(async () => (await import('./change-dialog.tsx')).ChangeDialog);

type Asked = { target: Target; answer: (isDone: boolean) => void };

/** What the viewer can do with many rows at once, and the dialog that it opens. */
export const useBulkActions = (list: BulkList): { actions: BulkAction[]; dialog: ReactNode } => {
  const t = useTexts('work');
  const may = useMay();
  const [asked, setAsked] = useState<Asked | null>(null);
  const change: BulkAction = {
    id: 'change',
    label: t('bulk.action'),
    icon: Pencil,
    keys: 'KeyE',
    permission: list.permission,
    run: (target) => new Promise((answer) => setAsked({ target, answer })),
  };
  const close = (isDone: boolean): void => {
    asked?.answer(isDone);
    setAsked(null);
  };
  return {
    actions: may(list.permission) ? [change] : [],
    dialog: asked ? <ChangeDialog list={list} target={asked.target} onClose={close} /> : null,
  };
};
