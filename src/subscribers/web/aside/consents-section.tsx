import { Button } from '@mantine/core';
import { Ban, Check } from 'lucide-react';
import { useState } from 'react';
import { Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, type Card } from '../client.ts';
import css from './aside.module.css';
import { ConsentForm } from './consent-form.tsx';
import { EditableSection } from './editable-section.tsx';

const route = 'GET /api/subscribers/{id}/consents';

/** What may be done with a person's data and by which channel; the newest word of each holds. */
export const ConsentsSection = ({ card }: { card: Card }) => {
  const t = useTexts('subscribers');
  const [isWhole, setWhole] = useState(false);
  const history = useRead(route, { id: card.id }, { isEnabled: isWhole });
  const shown = isWhole ? (history.data?.consents ?? card.consents) : card.consents;
  return (
    <EditableSection
      card={card}
      title={t('consents.title')}
      emptyText={card.consents.length === 0 ? t('consents.empty') : undefined}
      addLabel={t('consents.add')}
      Form={ConsentForm}
    >
      <ul className={css.rows}>
        {shown.map((consent) => (
          <ConsentRow key={consent.id} consent={consent} isWhole={isWhole} />
        ))}
      </ul>
      {card.consents.length > 0 ? (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? 'consents.current' : 'consents.history')}
        </Button>
      ) : null}
    </EditableSection>
  );
};

const ConsentRow = (props: { consent: Card['consents'][number]; isWhole: boolean }) => {
  const { consent, isWhole } = props;
  const t = useTexts('subscribers');
  const { source, proof, recordedBy } = consent;
  return (
    <li className={css.row}>
      {consent.isGranted ? <Check size={14} /> : <Ban size={14} />}
      <span>
        {t(`choices.purpose.${consent.purpose}`)}
        <span className={css.note}> {t(`choices.channel.${consent.channel}`)}</span>
        {isWhole ? (
          <div className={css.note}>
            <Instant at={consent.recordedAt} /> ·{' '}
            {[source, proof, recordedBy].filter(Boolean).join(' · ')}
          </div>
        ) : null}
      </span>
      <span className={css.note}>
        {t(consent.isGranted ? 'consents.given' : 'consents.withdrawn')}
      </span>
    </li>
  );
};
