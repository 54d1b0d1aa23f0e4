import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { AtSign } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useLive } from '../../../ui/live.ts';
import { textIn } from '../../../ui/texts.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { call } from '../api.ts';

const shownMs = 15_000;

/** Says at once, on whatever screen, that a colleague has called me to something. */
export const MentionNotice = () => {
  const viewer = useViewer();
  const navigate = useNavigate();
  const tell = async (mentionId: unknown): Promise<void> => {
    const { rows } = await call('GET /api/mentions', { limit: 10 });
    const called = rows.find(({ id }) => id === mentionId);
    if (!called) return;
    const t = textIn('work');
    const id = `mention-${called.id}`;
    const open = (): void => {
      notifications.hide(id);
      void call('POST /api/mentions/seen', { ids: [called.id] }).catch(() => undefined);
      void navigate(called.path);
    };
    notifications.show({
      id,
      message: (
        <span style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
          <span style={{ flex: 1 }}>{t('mentions.notice', called)}</span>
          <Button size="xs" onClick={open}>
            {t('mentions.open')}
          </Button>
        </span>
      ),
      icon: <AtSign size={14} />,
      color: 'teal',
      autoClose: shownMs,
      withBorder: true,
    });
  };
  useLive(['work.mentioned'], ({ subjectId, facts }) => {
    if (subjectId === viewer.id) void tell(facts['mentionId']).catch(() => undefined);
  });
  return null;
};
