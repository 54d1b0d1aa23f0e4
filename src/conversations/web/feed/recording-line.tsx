import { Button } from '@mantine/core';
import { Headphones } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Opened } from '../api.ts';
import { RecordingPlayer } from './recording-player.tsx';

type Call = Opened['calls'][number];
type Props = { id: number; call: Call | undefined };

/** What was said in a call, part by part: for whoever may listen; else nothing is shown of it. */
export const RecordingLine = ({ id, call }: Props) => {
  const may = useMay();
  if (!call || !may('conversations.listen')) return null;
  const { recordings } = call;
  const input = { id, callId: call.id };
  return recordings.map((recording, at) => (
    <Part
      key={recording.id}
      state={recording.state}
      nth={recordings.length > 1 ? at + 1 : null}
      input={{ ...input, recordingId: recording.id }}
    />
  ));
};

type PartProps = {
  state: Call['recordings'][number]['state'];
  /** Null where there is one alone. */
  nth: number | null;
  input: { id: number; callId: number; recordingId: number };
};

const Part = ({ state, nth, input }: PartProps) => {
  const t = useTexts('conversations');
  const [isOpen, setOpen] = useState(false);
  const words = (key: string): string =>
    nth === null ? t(`feed.recording.${key}`) : t(`feed.recording.part.${key}`, { nth });
  if (state !== 'fetched') return <span className="dim">{words(state)}</span>;
  if (!isOpen) {
    return (
      <Button
        size="xs"
        variant="default"
        leftSection={<Headphones size={14} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {words('listen')}
      </Button>
    );
  }
  return <RecordingPlayer input={input} label={words('listenTo')} isAutoPlayed />;
};
