import { TextInput } from '@mantine/core';
import { useTexts } from '../../../ui/texts.ts';
import { call } from '../client.ts';
import { SubscriberPicker } from '../subscriber-picker.tsx';
import css from './aside.module.css';
import { ChoiceField } from './choice-field.tsx';
import type { SectionForm } from './editable-section.tsx';
import { SmallForm, useSmallForm } from './small-form.tsx';

const groupKinds = ['household', 'holding'] as const;
type Values = { kind: (typeof groupKinds)[number]; name: string; memberId: number | null };

/** Joins this subscriber and another into a family or a group of companies. */
export const HouseholdForm: SectionForm = ({ card, onClose }) => {
  const t = useTexts('subscribers');
  const isCompany = card.kind === 'organisation';
  const form = useSmallForm<Values>({
    initial: {
      kind: isCompany ? 'holding' : 'household',
      name: isCompany ? card.displayName : t('households.family', { name: card.lastName ?? '' }),
      memberId: null,
    },
    save: ({ kind, name, memberId }) => {
      const ids = memberId === null ? [card.id] : [card.id, memberId];
      const members = ids.map((subscriberId) => ({ subscriberId }));
      return call('POST /api/households', { kind, name, members });
    },
    onClose,
  });
  return (
    <SmallForm form={form} label={t('households.add')} onCancel={onClose}>
      <div className={css.pair}>
        <ChoiceField
          {...form.value('kind')}
          field="household"
          values={groupKinds}
          ariaLabel={t('fields.household')}
        />
        <TextInput {...form.text('name')} aria-label={t('fields.householdName')} />
      </div>
      <SubscriberPicker
        label={t('households.member')}
        exceptId={card.id}
        onPick={(memberId) => form.set('memberId', memberId)}
      />
    </SmallForm>
  );
};
