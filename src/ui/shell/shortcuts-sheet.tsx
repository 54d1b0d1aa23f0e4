import { Modal } from '@mantine/core';
import { useActiveShortcuts } from '../shortcut.ts';
import { KeyHint } from '../show/key-hint.tsx';
import { useTexts } from '../texts.ts';

/** Everything that keys do on the screen behind it. */
export const ShortcutsSheet = (props: { isOpen: boolean; onClose: () => void }) => {
  const t = useTexts();
  const listed = useActiveShortcuts().filter(({ label }) => label !== undefined);
  const byKeys = new Map(listed.map((one) => [one.combination, one.label]));
  return (
    <Modal opened={props.isOpen} onClose={props.onClose} title={t('shortcuts.title')} size={420}>
      <dl style={{ display: 'grid', gridTemplateColumns: '1fr auto', gap: '8px 16px', margin: 0 }}>
        {[...byKeys].map(([keys, label]) => (
          <div key={keys} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd style={{ margin: 0, justifySelf: 'end' }}>
              <KeyHint keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
};
