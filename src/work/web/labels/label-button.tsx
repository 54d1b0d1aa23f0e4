import { ActionIcon, Tooltip } from '@mantine/core';
import { Tag } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { keyNames } from '../../../ui/keys.ts';
import { useShortcut } from '../../../ui/shortcut.ts';
import { KeyHint } from '../../../ui/show/key-hint.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { ShownLabel } from './label-chip.tsx';

const LabelDialog = lazy(async () => ({
  default: (await import('./label-dialog.tsx')).LabelDialog,
}));

type Props = {
  /** What it bears now. */
  labels: readonly ShownLabel[];
  keys: string;
  onChange: (change: { add: number[]; remove: number[] }) => void;
};

/** One key puts labels on what is open and takes them off. */
export const LabelButton = ({ labels, keys, onChange }: Props) => {
  const t = useTexts('work');
  const [isOpen, setOpen] = useState(false);
  const label = t('labels.put');
  useShortcut(keys, () => setOpen(true), { label });
  return (
    <>
      <Tooltip
        label={
          <>
            {label} <KeyHint keys={keys} />
          </>
        }
      >
        <ActionIcon
          variant="default"
          size={32}
          aria-label={label}
          aria-keyshortcuts={keyNames(keys).join('+')}
          onClick={() => setOpen(true)}
        >
          <Tag size={16} />
        </ActionIcon>
      </Tooltip>
      {isOpen ? (
        <Suspense fallback={null}>
          <LabelDialog labels={labels} onChange={onChange} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
};
