import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { notifyProblem, undoToast } from '../../ui/notify.tsx';
import { useTexts } from '../../ui/texts.ts';
import { triedKinds } from '../api/choices.ts';
import { type Channel, channelPaths, useWrite } from './client.ts';
import css from './channels.module.css';

type Props = { channel: Channel; isTesting: boolean; onTest: () => void };

/** What can be done with a channel: try it, stop it or start it, and change it. */
export const ChannelActions = ({ channel, isTesting, onTest }: Props) => {
  const t = useTexts('channels');
  const { id, kind, version, state } = channel;
  const pause = useWrite('POST /api/channels/{id}/pause', channelPaths);
  const resume = useWrite('POST /api/channels/{id}/resume', channelPaths);
  const stop = async (): Promise<void> => {
    const after = await pause.mutateAsync({ id, version });
    undoToast({ text: t('channels.pausedDone'), undo: () => resume.mutateAsync(after) });
  };
  const start = (): void => void resume.mutateAsync({ id, version }).catch(notifyProblem);
  return (
    <span className={css.actions}>
      {triedKinds.includes(kind) ? (
        <Button size="xs" variant="default" loading={isTesting} onClick={onTest}>
          {t('channels.test')}
        </Button>
      ) : null}
      {state === 'on' ? (
        <Button size="xs" variant="default" onClick={() => void stop().catch(notifyProblem)}>
          {t('channels.pause')}
        </Button>
      ) : (
        <Button size="xs" variant="default" onClick={start}>
          {t('channels.resume')}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        renderRoot={(root) => <Link {...root} to={`/settings/channels/${kind}/${id}`} />}
      >
        {t('channels.edit')}
      </Button>
    </span>
  );
};
