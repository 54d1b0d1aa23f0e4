import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { formatInstant } from '../../ui/format.ts';
import { notifyProblem, undoToast } from '../../ui/notify.tsx';
import { Badge } from '../../ui/show/badge.tsx';
import { CardSection, Facts } from '../../ui/show/facts.tsx';
import { useTexts } from '../../ui/texts.ts';
import { type Channel, channelPaths, useWrite } from './client.ts';
import css from './channels.module.css';

const Actions = ({ channel }: { channel: Channel }) => {
  const t = useTexts('channels');
  const { id, kind, version, state } = channel;
  const pause = useWrite('POST /api/channels/{id}/pause', channelPaths);
  const resume = useWrite('POST /api/channels/{id}/resume', channelPaths);
  const stop = async (): Promise<void> => {
    const after = await pause.mutateAsync({ id, version });
    undoToast({ text: t('channels.pausedDone'), undo: () => resume.mutateAsync(after) });
  };
  return (
    <span className={css.actions}>
      {state === 'on' ? (
        <Button size="xs" variant="default" onClick={() => void stop().catch(notifyProblem)}>
          {t('channels.pause')}
        </Button>
      ) : (
        <Button
          size="xs"
          variant="default"
          onClick={() => void resume.mutateAsync({ id, version }).catch(notifyProblem)}
        >
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

const State = ({ channel }: { channel: Channel }) => {
  const t = useTexts('channels');
  if (channel.state === 'paused') return <Badge tone="gray">{t('channels.paused')}</Badge>;
  if (channel.trouble !== null) return <Badge tone="red">{t('channels.trouble')}</Badge>;
  return <Badge tone="green">{t('channels.on')}</Badge>;
};

/** What is wrong with it, in words, with the server's own beneath. */
const Wrong = ({ channel }: { channel: Channel }) => {
  const t = useTexts('channels');
  const { trouble, troubleOf, error, errorAt } = channel;
  if (trouble === null) return null;
  return (
    <p className={css.wrong} role="status">
      {troubleOf === null || troubleOf === 'api' ? '' : `${t(`mailboxes.${troubleOf}`)}: `}
      {t(`troubles.${trouble}`)}{' '}
      <span className="dim">
        {[error, errorAt && t('channels.since', { at: formatInstant(errorAt) })]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </p>
  );
};

/** Where it stands: the address that is written to, or how a bot's news come. */
const Place = ({ channel }: { channel: Channel }) => {
  const t = useTexts('channels');
  return <span className="cut">{placeOf(channel, t)}</span>;
};

function placeOf(channel: Channel, t: ReturnType<typeof useTexts>): string {
  if (channel.kind === 'email') return channel.settings.fromAddress;
  if (channel.kind === 'vk') return `vk.com/club${channel.settings.groupId}`;
  if (channel.kind === 'asterisk') return `Asterisk · ${channel.settings.host}`;
  return `Telegram · ${t(`bots.receivings.${channel.settings.receiving}`)}`;
}

/** One channel: whether it works, when something last came and left, and what lies. */
export const ChannelSection = ({ channel }: { channel: Channel }) => {
  const t = useTexts('channels');
  const { name, lastInAt, lastOutAt } = channel;
  const lying = (['waitingIn', 'setAside', 'waitingOut', 'unknownOut'] as const).filter(
    (key) => channel[key] > 0,
  );
  return (
    <CardSection title={name} actions={<Actions channel={channel} />}>
      <div className={`${css.title} ${css.health}`}>
        <State channel={channel} />
        <Place channel={channel} />
      </div>
      <Wrong channel={channel} />
      <Facts
        facts={[
          {
            label: t('channels.lastIn'),
            value: lastInAt ? formatInstant(lastInAt) : t('channels.never'),
          },
          {
            label: t('channels.lastOut'),
            value: lastOutAt ? formatInstant(lastOutAt) : t('channels.never'),
          },
        ]}
      />
      {lying.length === 0 ? null : (
        <p className={css.lying}>
          {lying.map((key) => t(`channels.${key}`, { count: channel[key] })).join(' · ')}
        </p>
      )}
    </CardSection>
  );
};
