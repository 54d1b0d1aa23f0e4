import { Button } from '@mantine/core';
import { Headphones } from 'lucide-react';
import { useState } from 'react';
import { addressOf } from '../../../ui/call.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Opened } from '../api.ts';
import css from './feed.module.css';

type Props = { id: number; call: Opened['calls'][number] | undefined };

/** What was said in a call: for whoever may listen, a player; else nothing is shown of it. */
export const RecordingLine = ({ id, call }: Props) => {
  const t = useTexts('conversations');
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (!call || call.recording === null || !may('conversations.listen')) return null;
  if (call.recording !== 'fetched') {
    return <span className="dim">{t(`feed.recording.${call.recording}`)}</span>;
  }
  if (!isOpen) {
    return (
      <Button
        size="xs"
        variant="default"
        leftSection={<Headphones size={14} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('feed.recording.listen')}
      </Button>
    );
  }
  return (
    <audio
      className={css.player}
      controls
      autoPlay
      aria-label={t('feed.recording.listenTo')}
      src={addressOf('GET /api/conversations/{id}/calls/{callId}/recording', {
        id,
        callId: call.id,
      })}
    >
      <track kind="captions" />
    </audio>
  );
};
