import { useState } from 'react';
import { formatInstant } from '../../ui/format.ts';
import { notifyProblem } from '../../ui/notify.tsx';
import { Badge } from '../../ui/show/badge.tsx';
import { CardSection, Facts } from '../../ui/show/facts.tsx';
import { useTexts } from '../../ui/texts.ts';
import { ChannelActions } from './channel-actions.tsx';
import { call, type Channel, type TriedServers } from './client.ts';
import { SetAsideLink } from './set-aside-link.tsx';
import { TallyLine } from './tally-line.tsx';
import { Verdict } from './verdict.tsx';
import css from './channels.module.css';

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
  if (channel.kind === 'chat') return channel.settings.title;
  if (channel.kind === 'vk') return `vk.com/club${channel.settings.groupId}`;
  if (channel.kind === 'telephony') return t(`telephony.providers.${channel.settings.provider}`);
  if (channel.kind === 'asterisk') return `Asterisk · ${channel.settings.host}`;
  return `Telegram · ${t(`bots.receivings.${channel.settings.receiving}`)}`;
}

/** What came of trying its servers just now. */
const Tried = ({ tried }: { tried: TriedServers }) => {
  const t = useTexts('channels');
  return (
    <div role="status">
      <ul className={css.triedNow}>
        {tried.map(({ server, trouble, words }) => (
          <li key={server}>
            {server === 'api' ? t('channels.answered') : t(`mailboxes.${server}`)}:{' '}
            <Verdict trouble={trouble} words={words} />
          </li>
        ))}
      </ul>
    </div>
  );
};

const thereOf = ({ thereCount: count, thereMissing: missing, thereAt: at }: Channel) => ({
  count,
  missing,
  at,
});

/** One channel: whether it works, when something last came and left, and what lies where. */
export const ChannelSection = ({ channel }: { channel: Channel }) => {
  const t = useTexts('channels');
  const [tried, setTried] = useState<TriedServers | null>(null);
  const [isTesting, setTesting] = useState(false);
  const { id, name, lastInAt, lastOutAt, waitingThere, lookedAt } = channel;
  const test = async (): Promise<void> => {
    setTesting(true);
    setTried(null);
    try {
      setTried((await call('POST /api/channels/{id}/test', { id })).tried);
    } catch (failure) {
      notifyProblem(failure);
    } finally {
      setTesting(false);
    }
  };
  const lying = (['waitingIn', 'waitingOut', 'unknownOut'] as const)
    .filter((key) => channel[key] > 0)
    .map((key) => t(`channels.${key}`, { count: channel[key] }));
  const at = (instant: string | null): string =>
    instant ? formatInstant(instant) : t('channels.never');
  const there =
    waitingThere === null || lookedAt === null
      ? ''
      : `${t('channels.there', { count: waitingThere })} · ${t('channels.thereAt', { at: formatInstant(lookedAt) })}`;
  return (
    <CardSection
      title={name}
      actions={
        <ChannelActions channel={channel} isTesting={isTesting} onTest={() => void test()} />
      }
    >
      <div className={`${css.title} ${css.health}`}>
        <State channel={channel} />
        <Place channel={channel} />
      </div>
      <Wrong channel={channel} />
      {tried ? <Tried tried={tried} /> : null}
      <Facts
        facts={[
          { label: t('channels.lastIn'), value: at(lastInAt) },
          { label: t('channels.lastOut'), value: at(lastOutAt) },
        ]}
      />
      <TallyLine
        tally={channel.today}
        {...(channel.kind === 'chat' ? {} : { there: thereOf(channel) })}
      />
      {there === '' ? null : <p className={css.beyond}>{there}</p>}
      {lying.length === 0 ? null : <p className={css.lying}>{lying.join(' · ')}</p>}
      <SetAsideLink by={String(id)} count={channel.setAside} undecided={channel.undecided} />
    </CardSection>
  );
};
