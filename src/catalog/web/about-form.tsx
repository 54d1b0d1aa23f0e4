import { MultiSelect, Select, Textarea } from '@mantine/core';
import { Form, FormRow } from '../../ui/form/form.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { majorOf, minorOf } from '../../ui/format.ts';
import { notifyDone } from '../../ui/notify.tsx';
import { useTexts } from '../../ui/texts.ts';
import { purposes, uses } from '../kinds.ts';
import { useWrite, type Product } from './client.ts';
import { EligibilityFields } from './eligibility-fields.tsx';

type Values = Pick<Product, 'serves' | 'purpose' | 'purposeWords' | 'eligibility'> & {
  goal: number | undefined;
};

/** What a product is taken for, why it is sold, and what a month should bring. */
export const AboutForm = ({ product }: { product: Product }) => {
  const t = useTexts('catalog');
  const currency = product.versions[0]?.currency ?? 'RUB';
  const save = useWrite('PUT /api/products/{id}/about');
  const { serves, purpose, purposeWords, purposeGoal, eligibility } = product;
  const shown = purpose === 'hold' && purposeGoal ? majorOf(purposeGoal, currency) : purposeGoal;
  const form = useForm<Values, unknown>({
    initial: { serves, purpose, purposeWords, eligibility, goal: shown ?? undefined },
    save: ({ goal, ...about }) => {
      const isFee = about.purpose === 'hold';
      const said = goal ? (isFee ? minorOf(goal, currency) : Math.round(goal)) : null;
      const purposeGoalOf = about.purpose === null ? null : said;
      return save.mutateAsync({ id: product.id, ...about, purposeGoal: purposeGoalOf });
    },
    onSaved: () => notifyDone(t('saved')),
  });
  const isFee = form.values.purpose === 'hold';
  return (
    <section>
      <h2>{t('about')}</h2>
      <Form form={form}>
        <MultiSelect
          {...form.value('serves')}
          label={t('serves')}
          description={t('servesHint')}
          data={uses.map((value) => ({ value, label: t(`use.${value}`) }))}
        />
        <FormRow>
          <Select
            {...form.value('purpose')}
            label={t('purposeLabel')}
            placeholder={t('noPurpose')}
            clearable
            data={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
          />
          <NumberField
            {...form.value('goal')}
            label={t(isFee ? 'goalFee' : 'goalTakes')}
            disabled={form.values.purpose === null}
          />
        </FormRow>
        <Textarea {...form.text('purposeWords')} label={t('purposeWords')} autosize maxRows={4} />
        <EligibilityFields
          rules={form.values.eligibility}
          onChange={(rules) => form.set('eligibility', rules)}
        />
      </Form>
    </section>
  );
};
