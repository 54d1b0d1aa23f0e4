import { formatPhone } from '../../../ui/format.ts';
import { CardSection, Facts } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Opened } from '../api.ts';
import { accountOf } from '../name-of.ts';

/** What the sender said of himself; all there is of somebody whom the base does not know. */
export const Said = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const { draft, phone } = conversation;
  return (
    <CardSection title={t('card.said')}>
      <Facts
        facts={[
          { label: t('card.name'), value: draft.name },
          { label: t('card.phone'), value: formatPhone(phone) },
          { label: t('card.email'), value: draft.email },
          { label: t('card.account'), value: accountOf(draft.account) },
          { label: t('card.address'), value: draft.address },
          { label: t('card.page'), value: draft.page },
        ]}
      />
    </CardSection>
  );
};
