import { ActionIcon, Tooltip } from '@mantine/core';
import { Tag } from 'lucide-react';
import { Suspense, useState } from 'react';
import { LabelDialog } from '../../../work/web/index.tsx';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useShortcut } from '../../../ui/shortcut.ts';
import { KeyHint } from '../../../ui/show/key-hint.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { deskPaths, type Opened, useWrite } from '../api.ts';

/** M puts labels on the open conversation and takes them off. */
export const LabelButton = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const [isOpen, setOpen] = useState(false);
  const { mutate } = useWrite('PUT /api/conversations/{id}/labels', deskPaths);
  const label = t('keys.labels');
  const isAllowed = useMay()('conversations.work');
  useShortcut('KeyM', () => setOpen(true), { label, isEnabled: isAllowed });
  if (!isAllowed) return null;
  return (
    <>
      <Tooltip
        label={
          <>
            {label} <KeyHint keys="KeyM" />
          </>
        }
      >
        <ActionIcon
          variant="default"
          size={32}
          aria-label={label}
          aria-keyshortcuts="M"
          onClick={() => setOpen(true)}
        >
          <Tag size={16} />
        </ActionIcon>
      </Tooltip>
      {isOpen ? (
        <Suspense fallback={null}>
          <LabelDialog
            labels={conversation.labels}
            onChange={(change) =>
              mutate({ id: conversation.id, ...change }, { onError: notifyProblem })
            }
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
};
