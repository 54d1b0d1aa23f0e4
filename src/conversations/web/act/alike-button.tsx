import { Button } from '@mantine/core';
import { Merge } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useShortcut } from '../../../ui/shortcut.ts';
import { KeyHint } from '../../../ui/show/key-hint.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Opened, useRead } from '../api.ts';

const MergeDialog = lazy(async () => ({
  default: (await import('./merge-dialog.tsx')).MergeDialog,
}));

const staleMs = 60_000;

/** Says that others may be about the same; G makes one of them and this one. */
export const AlikeButton = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const [isOpen, setOpen] = useState(false);
  const { id, isMine, state } = conversation;
  const isAllowed = isMine && state !== 'closed';
  const { data } = useRead(
    'GET /api/conversations/{id}/alike',
    { id },
    { isEnabled: isAllowed, staleMs },
  );
  const open = (): void => setOpen(true);
  useShortcut('KeyG', open, { label: t('keys.merge'), isEnabled: isAllowed });
  const count = data?.rows.length ?? 0;
  return (
    <>
      {isAllowed && count > 0 ? (
        <Button
          size="xs"
          variant="light"
          color="gray"
          leftSection={<Merge size={14} />}
          rightSection={<KeyHint keys="KeyG" />}
          aria-keyshortcuts="G"
          onClick={open}
        >
          {t('merging.alike', { count })}
        </Button>
      ) : null}
      {isOpen ? (
        <Suspense fallback={null}>
          <MergeDialog conversation={conversation} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
};
