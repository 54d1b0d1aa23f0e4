import { majorOf, minorOf } from '../../../ui/format.ts';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type TermsLimits, useRead, useWrite } from '../client.ts';
import css from '../vip.module.css';

/** From what on individual terms take two who approve, and when their end is told. */
export const TermsLimitsForm = () => {
  const { data } = useRead('GET /api/vip-terms-settings');
  return data ? <Limits key={data.version} limits={data} /> : null;
};

type Values = Record<'secondFrom' | 'longestMonths' | 'noticeDays', number | undefined>;

const Limits = ({ limits }: { limits: TermsLimits }) => {
  const t = useTexts('vip');
  const put = useWrite('PUT /api/vip-terms-settings', ['/api/vip-terms-settings']);
  const { currency, version } = limits;
  const form = useForm<Values, unknown>({
    initial: {
      secondFrom: majorOf(limits.secondFromMinor, currency),
      longestMonths: limits.longestMonths,
      noticeDays: limits.noticeDays,
    },
    save: ({ secondFrom = 0, longestMonths = 0, noticeDays = 0 }) =>
      put.mutateAsync({
        secondFromMinor: minorOf(secondFrom, currency),
        longestMonths,
        noticeDays,
        version,
      }),
    onSaved: () => notifyDone(t('client.saved')),
  });
  return (
    <section className={css.form} aria-label={t('terms.limits')}>
      <h2>{t('terms.limits')}</h2>
      <p className="dim">{t('terms.limitsNote')}</p>
      <Form form={form}>
        <FormRow>
          <NumberField {...form.value('secondFrom')} label={t('terms.secondFrom')} required />
          <NumberField {...form.value('longestMonths')} label={t('terms.longest')} required />
          <NumberField {...form.value('noticeDays')} label={t('terms.notice')} required />
        </FormRow>
      </Form>
    </section>
  );
};
