import { ActionIcon } from '@mantine/core';
import { House, LogOut } from 'lucide-react';
import { Link } from 'react-router';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useWrite, type Card } from '../client.ts';
import css from './aside.module.css';
import { EditableSection } from './editable-section.tsx';
import { HouseholdForm } from './household-form.tsx';

/** Families under one roof and companies that belong together, with their other members. */
export const HouseholdsSection = ({ card }: { card: Card }) => {
  const t = useTexts('subscribers');
  return (
    <EditableSection
      card={card}
      title={t('households.title')}
      addLabel={t('households.add')}
      Form={HouseholdForm}
    >
      {card.households.map((household) => (
        <Household key={household.id} card={card} household={household} />
      ))}
    </EditableSection>
  );
};

const Household = (props: { card: Card; household: Card['households'][number] }) => {
  const { card, household } = props;
  const t = useTexts('subscribers');
  const may = useMay();
  const refresh = useRefresh();
  const leave = useWrite('DELETE /api/households/{id}/members/{subscriberId}');
  const leaveIt = (): void => {
    const path = { id: household.id, subscriberId: card.id };
    leave.mutateAsync(path).then(() => refresh('/api/subscribers'), notifyProblem);
  };
  return (
    <div className={css.need}>
      <div className={css.row}>
        <House size={14} />
        <strong>{household.name}</strong>
        {may('subscribers.edit') ? (
          <ActionIcon
            size="sm"
            aria-label={t('households.leave', { name: household.name })}
            onClick={leaveIt}
          >
            <LogOut size={13} />
          </ActionIcon>
        ) : null}
      </div>
      {household.members
        .filter((member) => !member.isHere)
        .map((member) => (
          <div key={member.subscriberId}>
            <Link to={`/subscribers/${member.subscriberId}`}>
              {member.displayName || t('card.nameless', { id: member.subscriberId })}
            </Link>
            {member.role ? <span className={css.note}> {member.role}</span> : null}
          </div>
        ))}
    </div>
  );
};
