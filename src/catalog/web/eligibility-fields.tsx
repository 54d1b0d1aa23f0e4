import { ActionIcon, MultiSelect, Select } from '@mantine/core';
import { X } from 'lucide-react';
import { FormRow, FormSection } from '../../ui/form/form.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { useTexts } from '../../ui/texts.ts';
import { technologies } from '../kinds.ts';
import type { EligibilityRule } from './client.ts';
import { useProducts } from './use-products.ts';

const addable = [
  'subscriber_kind',
  'newcomer',
  'tenure',
  'has',
  'has_all',
  'has_not',
  'technology',
  'friends',
] as const;
type Addable = (typeof addable)[number];

type Props = {
  rules: readonly EligibilityRule[];
  onChange: (rules: EligibilityRule[]) => void;
};

/** Who may take a product: rules that must all hold, one of a kind. */
export const EligibilityFields = ({ rules, onChange }: Props) => {
  const t = useTexts('catalog');
  const open = addable.filter((kind) => !rules.some(({ rule }) => rule === kind));
  return (
    <FormSection title={t('eligibility')}>
      {rules.length === 0 ? <p className="dim">{t('everybody')}</p> : null}
      {rules.map((rule) => (
        <FormRow key={rule.rule}>
          <RuleField
            rule={rule}
            onChange={(changed) => onChange(rules.map((one) => (one === rule ? changed : one)))}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('removeRule')}
            onClick={() => onChange(rules.filter((one) => one !== rule))}
          >
            <X size={14} />
          </ActionIcon>
        </FormRow>
      ))}
      <Select
        aria-label={t('addRule')}
        placeholder={t('addRule')}
        value={null}
        data={open.map((value) => ({ value, label: t(`rule.${value}`) }))}
        onChange={(kind) => {
          if (kind) onChange([...rules, fresh(kind)]);
        }}
      />
    </FormSection>
  );
};

type FieldProps = { rule: EligibilityRule; onChange: (rule: EligibilityRule) => void };

const RuleField = ({ rule, onChange }: FieldProps) => {
  const t = useTexts('catalog');
  const products = useProducts();
  const label = t(`rule.${rule.rule}`);
  switch (rule.rule) {
    case 'newcomer':
      return <span>{label}</span>;
    case 'buildings':
      return <span>{`${label}: ${rule.buildingIds.length}`}</span>;
    case 'subscriber_kind':
      return (
        <Select
          label={label}
          value={rule.kind}
          allowDeselect={false}
          data={(['person', 'organisation'] as const).map((value) => ({
            value,
            label: t(`taker.${value}`),
          }))}
          onChange={(kind) => onChange({ ...rule, kind: kind ?? 'person' })}
        />
      );
    case 'tenure':
      return (
        <NumberField
          label={label}
          value={rule.leastMonths}
          onChange={(months) => onChange({ ...rule, leastMonths: months ?? 1 })}
        />
      );
    case 'friends':
      return (
        <NumberField
          label={label}
          value={rule.least}
          onChange={(least) => onChange({ ...rule, least: least ?? 1 })}
        />
      );
    case 'technology':
      return (
        <MultiSelect
          label={label}
          value={rule.technologies}
          data={technologies.map((value) => ({ value, label: t(`technology.${value}`) }))}
          onChange={(chosen) => onChange({ ...rule, technologies: chosen })}
        />
      );
    default:
      return (
        <MultiSelect
          label={label}
          value={rule.productIds.map(String)}
          searchable
          data={products.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(chosen) => onChange({ ...rule, productIds: chosen.map(Number) })}
        />
      );
  }
};

function fresh(kind: Addable): EligibilityRule {
  switch (kind) {
    case 'subscriber_kind':
      return { rule: kind, kind: 'person' };
    case 'newcomer':
      return { rule: kind };
    case 'tenure':
      return { rule: kind, leastMonths: 12 };
    case 'friends':
      return { rule: kind, least: 3 };
    case 'technology':
      return { rule: kind, technologies: [] };
    default:
      return { rule: kind, productIds: [] };
  }
}
