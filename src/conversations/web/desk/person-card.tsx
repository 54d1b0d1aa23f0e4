import { UserRoundSearch } from 'lucide-react';
import { Link } from 'react-router';
import { formatPhone } from '../../../ui/format.ts';
import { Avatar } from '../../../ui/show/avatar.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { CardSection, Facts } from '../../../ui/show/facts.tsx';
import { PageHeader } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../api.ts';
import type { Opened } from '../api.ts';
import css from './person.module.css';

/** What the sender said of himself; all there is of somebody whom the base does not know. */
const Draft = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const { draft, phone } = conversation;
  return (
    <CardSection title={t('card.said')}>
      <Facts
        facts={[
          { label: t('card.name'), value: draft.name },
          { label: t('card.phone'), value: formatPhone(phone) },
          { label: t('card.address'), value: draft.address },
          { label: t('card.page'), value: draft.page },
        ]}
      />
    </CardSection>
  );
};

/**
 * The right pane: the subscriber as the base knows him, or the contact as he wrote himself down.
 */
export const PersonCard = ({ id }: { id: number }) => {
  const t = useTexts('conversations');
  const { data } = useRead('GET /api/conversations/{id}', { id });
  if (!data) return null;
  const { subscriberId, who, phone } = data;
  return (
    <>
      <PageHeader title={t('desk.card')} />
      <div className="scroll">
        <CardSection>
          <div className={css.head}>
            <Avatar name={who || '?'} sizePx={44} />
            <div>
              <div className={css.name}>{who || formatPhone(phone)}</div>
              {subscriberId === null ? (
                <Badge tone="amber">{t('card.unknown')}</Badge>
              ) : (
                <Link to={`/subscribers/${subscriberId}`}>{t('card.open')}</Link>
              )}
            </div>
          </div>
        </CardSection>
        <Draft conversation={data} />
        {subscriberId === null ? (
          <CardSection>
            <p className={css.hint}>
              <UserRoundSearch size={16} aria-hidden="true" /> {t('card.hint')}
            </p>
          </CardSection>
        ) : null}
      </div>
    </>
  );
};
