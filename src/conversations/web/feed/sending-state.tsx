import { Button } from '@mantine/core';
import { notifyProblem } from '../../../ui/notify.tsx';
import { formatInstant } from '../../../ui/format.ts';
import { Badge, type Tone } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { deskPaths, useWrite, type Opened } from '../api.ts';
import css from './feed.module.css';

type Sending = NonNullable<Opened['messages'][number]['sending']>;

const tones: Record<Sending['state'], Tone> = {
  waiting: 'gray',
  sending: 'gray',
  sent: 'green',
  failed: 'red',
  unknown: 'amber',
};

type Props = { conversation: Opened; messageId: number; sending: Sending };

/** Whether an answer has left, why not, and what a person may decide where nobody knows. */
export const SendingState = ({ conversation, messageId, sending }: Props) => {
  const t = useTexts('conversations');
  const may = useMay();
  const settle = useWrite('POST /api/conversations/{id}/messages/{messageId}/settle', deskPaths);
  const { state, trouble, error, readAt } = sending;
  const isMine =
    conversation.isMine && conversation.state !== 'closed' && may('conversations.work');
  const say = (hasArrived: boolean): void => {
    settle.mutateAsync({ id: conversation.id, messageId, hasArrived }).catch(notifyProblem);
  };
  return (
    <div className={css.sending}>
      <Badge tone={tones[state]} {...(readAt && { title: formatInstant(readAt) })}>
        {t(`feed.sending.${readAt === null ? state : 'read'}`)}
      </Badge>
      {trouble === null ? null : <span>{t(`channels:troubles.${trouble}`)}</span>}
      {error ? <span className="dim">{error}</span> : null}
      {state === 'unknown' ? <p>{t('feed.unknownHint')}</p> : null}
      {isMine && (state === 'unknown' || state === 'failed') ? (
        <span className={css.decide}>
          <Button size="xs" variant="default" onClick={() => say(false)} loading={settle.isPending}>
            {t('feed.sendAgain')}
          </Button>
          {state === 'unknown' ? (
            <Button size="xs" variant="default" onClick={() => say(true)}>
              {t('feed.hasArrived')}
            </Button>
          ) : null}
        </span>
      ) : null}
    </div>
  );
};
