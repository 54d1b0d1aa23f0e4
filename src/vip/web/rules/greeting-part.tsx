import { Checkbox, Select, Textarea } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { occasionKinds, writtenWays } from '../../kinds.ts';
import { type Greeting, useRead, useWrite } from '../client.ts';
import css from '../vip.module.css';

/** Whether clients are greeted in writing by itself, by what way, when and with what words. */
export const GreetingPart = () => {
  const { data } = useRead('GET /api/vip-greeting-settings');
  return data ? <Words key={data.version} greeting={data} /> : null;
};

type Values = {
  isOn: boolean;
  way: Greeting['way'];
  hoursFrom: number | undefined;
  hoursTo: number | undefined;
  staleDays: number | undefined;
} & Greeting['words'];

const Words = ({ greeting }: { greeting: Greeting }) => {
  const t = useTexts('vip');
  const put = useWrite('PUT /api/vip-greeting-settings', ['/api/vip-greeting-settings']);
  const { words, version, ...rest } = greeting;
  const form = useForm<Values, unknown>({
    initial: { ...rest, ...words },
    save: ({ isOn, way, hoursFrom = 0, hoursTo = 0, staleDays = 0, ...said }) =>
      put.mutateAsync({ isOn, way, hoursFrom, hoursTo, staleDays, words: said, version }),
    onSaved: () => notifyDone(t('client.saved')),
  });
  return (
    <section className={css.form} aria-label={t('greetingForm.title')}>
      <h2>{t('greetingForm.title')}</h2>
      <p className="dim">{t('greetingForm.note')}</p>
      <Form form={form}>
        <Checkbox {...form.tick('isOn')} label={t('greetingForm.isOn')} />
        <FormRow>
          <Select
            {...form.value('way')}
            label={t('greetingForm.way')}
            placeholder={t('greetingForm.anyWay')}
            clearable
            data={writtenWays.map((value) => ({ value, label: t(`greetingWays.${value}`) }))}
          />
          <NumberField {...form.value('staleDays')} label={t('greetingForm.staleDays')} required />
        </FormRow>
        <FormRow>
          <NumberField {...form.value('hoursFrom')} label={t('greetingForm.hoursFrom')} required />
          <NumberField {...form.value('hoursTo')} label={t('greetingForm.hoursTo')} required />
        </FormRow>
        {occasionKinds.map((kind) => (
          <Textarea
            key={kind}
            {...form.text(kind)}
            label={t(`occasionKinds.${kind}`)}
            autosize
            minRows={2}
          />
        ))}
        <p className="dim">{t('greetingForm.names')}</p>
      </Form>
    </section>
  );
};
