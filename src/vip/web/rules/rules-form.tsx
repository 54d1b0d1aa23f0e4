import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatNumber, majorOf, minorOf } from '../../../ui/format.ts';
import { Form, FormRow, FormSection } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Rules, type Tried, useWrite } from '../client.ts';
import css from '../vip.module.css';

const sums = [
  'numberAboveMinor',
  'accountAboveMinor',
  'highFromMinor',
  'veryHighFromMinor',
  'corporateAboveMinor',
] as const;
const sections = {
  who: ['numberAboveMinor', 'accountAboveMinor', 'monthsAbove', 'carefulMonths'],
  tiers: ['highFromMinor', 'veryHighFromMinor', 'nearPercent', 'graceDays'],
  corporate: ['corporateLines', 'corporateAboveMinor', 'corporateMonths'],
  sheet: ['silenceDays', 'balanceDays', 'endingDays'],
} as const;
const titles = ['who', 'tiers', 'corporate', 'sheet'] as const;
type Key = (typeof sections)[(typeof titles)[number]][number];
type Values = Record<Key, number | undefined>;

const isSum = (key: Key): boolean => sums.some((one) => one === key);
const keys = titles.flatMap((title) => [...sections[title]]);

/** The rules as sums and months; they can be tried before they are put in force. */
export const RulesForm = ({ rules }: { rules: Rules }) => {
  const t = useTexts('vip');
  const put = useWrite('PUT /api/vip-settings', ['/api/vip-settings', '/api/vip']);
  const look = useWrite('POST /api/vip-settings/try', []);
  const [tried, setTried] = useState<Tried>();
  const { version, currency } = rules;
  const shown = (key: Key): number => (isSum(key) ? majorOf(rules[key], currency) : rules[key]);
  const meant = (values: Values) =>
    Object.fromEntries(
      keys.map((key) => [
        key,
        isSum(key) ? minorOf(values[key] ?? 0, currency) : (values[key] ?? 0),
      ]),
    ) as Record<Key, number>;
  const form = useForm<Values, unknown>({
    initial: Object.fromEntries(keys.map((key) => [key, shown(key)])) as Values,
    save: (values) => put.mutateAsync({ ...meant(values), version }),
    onSaved: () => notifyDone(t('rules.saved')),
  });
  const run = async (): Promise<void> => setTried(await look.mutateAsync(meant(form.values)));
  return (
    <div className={css.form}>
      <Form form={form}>
        {titles.map((title) => (
          <FormSection key={title} title={t(`rules.sections.${title}`)}>
            <FormRow>
              {sections[title].map((key: Key) => (
                <NumberField
                  key={key}
                  {...form.value(key)}
                  label={t(`rules.names.${key}`)}
                  required
                />
              ))}
            </FormRow>
          </FormSection>
        ))}
      </Form>
      <div className={css.line}>
        <Button loading={look.isPending} onClick={() => void run().catch(notifyProblem)}>
          {t('rules.try')}
        </Button>
        {tried ? (
          <span>
            {t('rules.tried', {
              now: formatNumber(tried.now.members),
              tried: formatNumber(tried.tried.members),
              comes: formatNumber(tried.comes),
              goes: formatNumber(tried.goes),
            })}
          </span>
        ) : null}
      </div>
    </div>
  );
};
