import { SubscriberPicker } from '../../../subscribers/web/index.tsx';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { deskPaths, useWrite, type Opened } from '../api.ts';
import { isVisitor } from '../name-of.ts';
import css from './person.module.css';

const hintOf = (conversation: Opened): string => {
  const { canReply, email } = conversation;
  if (isVisitor(conversation)) return 'card.hintVisitor';
  if (!canReply) return 'card.hint';
  return email === '' ? 'card.hintAccount' : 'card.hintEmail';
};

/** Nobody of the base has this phone or address; whoever talks with the person may know better. */
export const UnknownSender = ({ conversation }: { conversation: Opened }) => {
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
