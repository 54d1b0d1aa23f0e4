import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ListChecks } from 'lucide-react';
import { textIn } from '../../ui/texts.ts';

const shownMs = 15_000;

type Asked = {
  dealId: number;
  stage: { name: string; entry: readonly { kind: string }[] };
  go: (path: string) => unknown;
};

/** Says that the stage which a deal has entered leads to something, and where that is opened. */
export const promptToast = ({ dealId, stage, go }: Asked): void => {
  if (!stage.entry.some(({ kind }) => kind === 'prompt')) return;
  const t = textIn('sales');
  const id = `prompt-${dealId}`;
  const open = (): void => {
    notifications.hide(id);
    go(`/deals/${dealId}`);
  };
  notifications.show({
    id,
    message: (
      <span style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
        <span style={{ flex: 1 }}>{t('prompts.leads', { stage: stage.name })}</span>
        <Button size="xs" onClick={open}>
          {t('prompts.open')}
        </Button>
      </span>
    ),
    icon: <ListChecks size={14} />,
    color: 'teal',
    autoClose: shownMs,
    withBorder: true,
  });
};
