import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { formatInstant } from '../../ui/format.ts';
import { notifyProblem, undoToast } from '../../ui/notify.tsx';
import { Badge } from '../../ui/show/badge.tsx';
import { CardSection, Facts } from '../../ui/show/facts.tsx';
import { useTexts } from '../../ui/texts.ts';
import { channelPaths, useWrite, type Mailbox } from './client.ts';
import css from './channels.module.css';

const Actions = ({ mailbox }: { mailbox: Mailbox }) => {
  const t = useTexts('channels');
  const { id, version, state } = mailbox;
  const pause = useWrite('POST /api/channels/{id}/pause', channelPaths);
  const resume = useWrite('POST /api/channels/{id}/resume', channelPaths);
  const stop = async (): Promise<void> => {
    const after = await pause.mutateAsync({ id, version });
    undoToast({ text: t('mailboxes.pausedDone'), undo: () => resume.mutateAsync(after) });
  };
  return (
    <span className={css.actions}>
      {state === 'on' ? (
        <Button size="xs" variant="default" onClick={() => void stop().catch(notifyProblem)}>
          {t('mailboxes.pause')}
        </Button>
      ) : (
        <Button
          size="xs"
          variant="default"
          onClick={() => void resume.mutateAsync({ id, version }).catch(notifyProblem)}
        >
          {t('mailboxes.resume')}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        renderRoot={(root) => <Link {...root} to={`/settings/mailboxes/${id}`} />}
      >
        {t('mailboxes.edit')}
      </Button>
    </span>
  );
};

const State = ({ mailbox }: { mailbox: Mailbox }) => {
  const t = useTexts('channels');
  if (mailbox.state === 'paused') return <Badge tone="gray">{t('mailboxes.paused')}</Badge>;
  if (mailbox.trouble !== null) return <Badge tone="red">{t('mailboxes.trouble')}</Badge>;
  return <Badge tone="green">{t('mailboxes.on')}</Badge>;
};

/** What is wrong with it, in words, with the server's own beneath. */
const Wrong = ({ mailbox }: { mailbox: Mailbox }) => {
  const t = useTexts('channels');
  const { trouble, troubleOf, error, errorAt } = mailbox;
  if (trouble === null) return null;
  return (
    <p className={css.wrong} role="status">
      {troubleOf ? `${t(`mailboxes.${troubleOf}`)}: ` : ''}
      {t(`troubles.${trouble}`)}{' '}
      <span className="dim">
        {[error, errorAt && t('mailboxes.since', { at: formatInstant(errorAt) })]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </p>
  );
};

/** One mailbox: whether it works, when something last came and left, and what lies. */
export const MailboxSection = ({ mailbox }: { mailbox: Mailbox }) => {
  const t = useTexts('channels');
  const { name, fromAddress, lastInAt, lastOutAt } = mailbox;
  const lying = (['waitingIn', 'setAside', 'waitingOut', 'unknownOut'] as const).filter(
    (key) => mailbox[key] > 0,
  );
  return (
    <CardSection title={name} actions={<Actions mailbox={mailbox} />}>
      <div className={`${css.title} ${css.health}`}>
        <State mailbox={mailbox} />
        <span className="cut">{fromAddress}</span>
      </div>
      <Wrong mailbox={mailbox} />
      <Facts
        facts={[
          {
            label: t('mailboxes.lastIn'),
            value: lastInAt ? formatInstant(lastInAt) : t('mailboxes.never'),
          },
          {
            label: t('mailboxes.lastOut'),
            value: lastOutAt ? formatInstant(lastOutAt) : t('mailboxes.never'),
          },
        ]}
      />
      {lying.length === 0 ? null : (
        <p className={css.lying}>
          {lying.map((key) => t(`mailboxes.${key}`, { count: mailbox[key] })).join(' · ')}
        </p>
      )}
    </CardSection>
  );
};
