import { Form, FormRow } from '../../ui/form/form.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { notifyDone } from '../../ui/notify.tsx';
import { Box, CardSection } from '../../ui/show/facts.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useMay } from '../../ui/viewer.tsx';
import { channelPaths, type Keeping, useRead, useWrite } from './client.ts';

type Values = { days: number | undefined };

const Term = ({ kept }: { kept: Keeping }) => {
  const t = useTexts('channels');
  const save = useWrite('PUT /api/channels/keeping', channelPaths);
  const form = useForm<Values, unknown>({
    initial: { days: kept.refusedKeptDays ?? undefined },
    save: ({ days }) => save.mutateAsync({ refusedKeptDays: days ?? null, version: kept.version }),
    onSaved: () => notifyDone(t('aside.keepingSaved')),
  });
  return (
    <Form form={form}>
      <FormRow>
        <NumberField
          {...form.value('days')}
          label={t('aside.keptDays')}
          description={t('aside.keptDaysHint')}
        />
      </FormRow>
    </Form>
  );
};

/** For how long what was refused is kept, for whoever may say so. */
export const KeepingForm = () => {
  const t = useTexts('channels');
  const may = useMay();
  const isEnabled = may('channels.manage');
  const { data } = useRead('GET /api/channels/keeping', {}, { isEnabled });
  if (!data) return null;
  return (
    <Box>
      <CardSection title={t('aside.keeping')}>
        <Term key={data.version} kept={data} />
      </CardSection>
    </Box>
  );
};
