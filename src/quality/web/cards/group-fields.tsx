import '@mantine/core/styles/Fieldset.layer.css';
import { Button, Checkbox, Fieldset, Select, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { conditions, knownFacts, scales } from '../../kinds.ts';
import css from '../quality.module.css';
import { emptyItem, type GroupValues, type ItemValues } from './group-values.ts';

type Props = {
  group: GroupValues;
  number: number;
  onChange: (group: GroupValues) => void;
  onRemove?: () => void;
};

/** One part of a card: where it applies, and its items. */
export const GroupFields = ({ group, number, onChange, onRemove }: Props) => {
  const t = useTexts('quality');
  const { title, condition, items } = group;
  const set = (more: Partial<GroupValues>): void => onChange({ ...group, ...more });
  return (
    <Fieldset legend={t('cards.group', { number })}>
      <FormRow>
        <TextInput
          label={t('cards.groupTitle')}
          value={title}
          required
          onChange={(event) => set({ title: event.target.value })}
        />
        <Select
          label={t('cards.condition')}
          value={condition}
          allowDeselect={false}
          onChange={(value) => set({ condition: value ?? 'always' })}
          data={conditions.map((value) => ({ value, label: t(`conditions.${value}`) }))}
        />
      </FormRow>
      {items.map((item, at) => (
        <ItemFields
          key={item.key}
          item={item}
          onChange={(next) => set({ items: items.with(at, next) })}
          {...(items.length > 1 ? { onRemove: () => set({ items: items.toSpliced(at, 1) }) } : {})}
        />
      ))}
      <div className={css.line}>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<Plus size={14} />}
          onClick={() => set({ items: [...items, emptyItem()] })}
        >
          {t('cards.addItem')}
        </Button>
        {onRemove ? (
          <Button size="xs" variant="subtle" leftSection={<X size={14} />} onClick={onRemove}>
            {t('cards.removeGroup')}
          </Button>
        ) : null}
      </div>
    </Fieldset>
  );
};

const ItemFields = (props: {
  item: ItemValues;
  onChange: (item: ItemValues) => void;
  onRemove?: () => void;
}) => {
  const { item, onChange, onRemove } = props;
  const t = useTexts('quality');
  const set = (more: Partial<ItemValues>): void => onChange({ ...item, ...more });
  return (
    <div className={css.item}>
      <TextInput
        label={t('cards.item')}
        value={item.title}
        required
        onChange={(event) => set({ title: event.target.value })}
      />
      <TextInput
        label={t('cards.hint')}
        value={item.hint}
        onChange={(event) => set({ hint: event.target.value })}
      />
      <FormRow>
        <Select
          label={t('cards.scale')}
          value={item.scale}
          allowDeselect={false}
          onChange={(value) => set({ scale: value ?? 'yes_no' })}
          data={scales.map((value) => ({ value, label: t(`scales.${value}`) }))}
        />
        <NumberField
          label={t('cards.weight')}
          value={item.weight}
          onChange={(weight) => set({ weight })}
        />
        <Select
          label={t('cards.known')}
          value={item.known}
          placeholder={t('cards.byHand')}
          clearable
          onChange={(value) => set({ known: value })}
          data={knownFacts.map((value) => ({ value, label: t(`knownFacts.${value}`) }))}
        />
      </FormRow>
      <div className={css.line}>
        <Checkbox
          label={t('cards.isCritical')}
          checked={item.isCritical}
          onChange={(event) => set({ isCritical: event.target.checked })}
        />
        {onRemove ? (
          <Button size="xs" variant="subtle" leftSection={<X size={14} />} onClick={onRemove}>
            {t('cards.removeItem')}
          </Button>
        ) : null}
      </div>
    </div>
  );
};
