import { useState } from 'react';
import { SubscriberAside, SubscriberPicker } from '../../../subscribers/web/index.tsx';
import { formatPhone } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { CardSection, Facts } from '../../../ui/show/facts.tsx';
import { PageHeader } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { deskPaths, useRead, useWrite, type Opened } from '../api.ts';
import css from './person.module.css';

/** What the sender said of himself; all there is of somebody whom the base does not know. */
const Said = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const { draft, phone } = conversation;
  return (
    <CardSection title={t('card.said')}>
      <Facts
        facts={[
          { label: t('card.name'), value: draft.name },
          { label: t('card.phone'), value: formatPhone(phone) },
          { label: t('card.email'), value: draft.email },
          { label: t('card.account'), value: draft.account },
          { label: t('card.address'), value: draft.address },
          { label: t('card.page'), value: draft.page },
        ]}
      />
    </CardSection>
  );
};

const hintOf = ({ canReply, email }: Opened): string => {
  if (!canReply) return 'card.hint';
  return email === '' ? 'card.hintAccount' : 'card.hintEmail';
};

/** Nobody of the base has this phone or address; whoever talks with the person may know better. */
const Unknown = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const may = useMay();
  const { id, version } = conversation;
  const recognise = useWrite('PUT /api/conversations/{id}/subscriber', deskPaths);
  const name = (subscriberId: number | null): void => {
    if (subscriberId === null) return;
    recognise.mutateAsync({ id, version, subscriberId }).catch(notifyProblem);
  };
  return (
    <CardSection>
      <p className={css.hint}>
        <Badge tone="amber">{t('card.unknown')}</Badge> {t(hintOf(conversation))}
      </p>
      {conversation.isMine && may('subscribers.view') ? (
        <SubscriberPicker label={t('card.find')} exceptId={0} onPick={name} />
      ) : null}
    </CardSection>
  );
};

const Known = ({ conversation }: { conversation: Opened }) => {
  const [isSaidOpen, setSaidOpen] = useState(false);
  const t = useTexts('conversations');
  return (
    <>
      <SubscriberAside id={conversation.subscriberId ?? 0} />
      <CardSection>
        <button type="button" className={css.more} onClick={() => setSaidOpen(!isSaidOpen)}>
          {t('card.said')}
        </button>
      </CardSection>
      {isSaidOpen ? <Said conversation={conversation} /> : null}
    </>
  );
};

/** The right pane: the subscriber as the base knows him, or the contact as he put himself down. */
export const PersonCard = ({ id }: { id: number }) => {
  const t = useTexts('conversations');
  const may = useMay();
  const { data } = useRead('GET /api/conversations/{id}', { id });
  if (!data) return null;
  const isKnown = data.subscriberId !== null && may('subscribers.view');
  return (
    <>
      <PageHeader title={t('desk.card')} />
      <div className="scroll">
        {isKnown ? <Known conversation={data} /> : <Said conversation={data} />}
        {data.subscriberId === null ? <Unknown conversation={data} /> : null}
      </div>
    </>
  );
};
