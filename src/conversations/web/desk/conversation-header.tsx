import { dayOf, formatInstant } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { serverNow } from '../../../ui/now.ts';
import { PageHeader } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { HeaderActions } from '../act/header-actions.tsx';
import type { Opened } from '../api.ts';
import { DeadlineWhy } from './deadline-why.tsx';
import { nameOf } from '../name-of.ts';
import { deskPath, useDesk } from './use-desk.ts';

/** Who it is, how it came, whose it is, and the clock with its reason. */
export const ConversationHeader = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const { queue, labelId } = useDesk();
  const { number, owner, openedAt, offer } = conversation;
  const nobody = conversation.state === 'closed' ? '' : t('row.nobodys');
  const isToday = dayOf(openedAt) === dayOf(serverNow());
  const whose = offer ? t('row.offered', offer) : (owner?.name ?? nobody);
  return (
    <PageHeader
      title={nameOf(conversation)}
      subtitle={[
        whose,
        formatInstant(openedAt, isToday ? 'time' : 'instant'),
        t('header.number', { number }),
        t(`channels.${conversation.channel}`),
      ]
        .filter(Boolean)
        .join(' · ')}
      marks={
        conversation.closedOutcome ? (
          <Badge>{t(`closings.${conversation.closedOutcome}`)}</Badge>
        ) : (
          <DeadlineWhy conversation={conversation} />
        )
      }
      backTo={deskPath(null, { queue, labelId })}
      actions={<HeaderActions conversation={conversation} />}
    />
  );
};
