import { majorOf, minorOf } from '../../../ui/format.ts';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type GiftLimits, useRead, useWrite } from '../client.ts';
import css from '../vip.module.css';
import { ItemList } from './item-list.tsx';
import { SupplierList } from './supplier-list.tsx';

const mostKeys = ['officialMostMinor', 'organisationMostMinor', 'personMostMinor'] as const;
const yearKeys = ['yearMostMinor', 'secondFromMinor'] as const;
const tierKeys = ['profitableMinor', 'highMinor', 'veryHighMinor'] as const;
const rows = [mostKeys, yearKeys, tierKeys] as const;
type Key = (typeof rows)[number][number];
const names: Record<Key, string> = {
  officialMostMinor: 'official',
  organisationMostMinor: 'organisation',
  personMostMinor: 'person',
  yearMostMinor: 'year',
  secondFromMinor: 'second',
  profitableMinor: 'profitable',
  highMinor: 'high',
  veryHighMinor: 'veryHigh',
};
const keys: readonly Key[] = rows.flat();

/** What may be given: within which limits, what there is, and who brings it. */
export const GiftPart = () => {
  const { data } = useRead('GET /api/vip-gift-settings');
  return (
    <>
      {data ? <Limits key={data.version} limits={data} /> : null}
      <ItemList />
      <SupplierList />
    </>
  );
};

type Values = Record<Key | 'unusualTimes', number | undefined>;

const Limits = ({ limits }: { limits: GiftLimits }) => {
  const t = useTexts('vip');
  const put = useWrite('PUT /api/vip-gift-settings', ['/api/vip-gift-settings']);
  const { currency, version } = limits;
  const form = useForm<Values, unknown>({
    initial: {
      ...(Object.fromEntries(keys.map((key) => [key, majorOf(limits[key], currency)])) as Record<
        Key,
        number
      >),
      unusualTimes: limits.unusualTimes,
    },
    save: (values) =>
      put.mutateAsync({
        ...(Object.fromEntries(
          keys.map((key) => [key, minorOf(values[key] ?? 0, currency)]),
        ) as Record<Key, number>),
        unusualTimes: values.unusualTimes ?? 0,
        version,
      }),
    onSaved: () => notifyDone(t('client.saved')),
  });
  return (
    <section className={css.form} aria-label={t('giftLimits.title')}>
      <h2>{t('giftLimits.title')}</h2>
      <Form form={form}>
        {rows.map((row) => (
          <FormRow key={row[0]}>
            {row.map((key: Key) => (
              <NumberField
                key={key}
                {...form.value(key)}
                label={t(`giftLimits.${names[key]}`)}
                required
              />
            ))}
          </FormRow>
        ))}
        <NumberField {...form.value('unusualTimes')} label={t('giftLimits.unusual')} required />
      </Form>
    </section>
  );
};
