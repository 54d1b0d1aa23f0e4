import { Button } from '@mantine/core';
import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { useShortcut } from '../../shortcut.ts';
import { KeyHint } from '../../show/key-hint.tsx';
import { useTexts } from '../../texts.ts';

const keys = 'Mod+KeyU';

/** Chooses files to go with what is being written. */
export const AttachButton = ({ onFiles }: { onFiles: (files: readonly File[]) => void }) => {
  const t = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const choose = (): void => field.current?.click();
  useShortcut(keys, choose, { label: t('files.attach') });
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<Paperclip size={14} />}
        rightSection={<KeyHint keys={keys} />}
        aria-keyshortcuts="Control+U"
        title={t('files.hint')}
        onClick={choose}
      >
        {t('files.attach')}
      </Button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label={t('files.attach')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
};
