import { Button, Textarea } from '@mantine/core';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { addressOf } from '../../../ui/call.ts';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { formatInstant } from '../../../ui/format.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { Box, CardSection, Facts } from '../../../ui/show/facts.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type ContractTemplate, useRead, useWrite } from '../client.ts';

/** The text that contracts are made of, and what may stand in it. */
export const Component = () => {
  const t = useTexts('sales');
  const read = useRead('GET /api/contract-template');
  const preview = (
    <Button
      component="a"
      href={addressOf('GET /api/contract-template/preview')}
      target="_blank"
      variant="default"
    >
      {t('contract.preview')}
    </Button>
  );
  return (
    <SettingsPage title={t('contract.page')} subtitle={t('contract.subtitle')} actions={preview}>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data ? (
        <Template key={read.data.version} template={read.data} />
      ) : (
        <SkeletonLine widthPx={320} />
      )}
    </SettingsPage>
  );
};

const Template = ({ template }: { template: ContractTemplate }) => {
  const t = useTexts('sales');
  const save = useWrite('PUT /api/contract-template', ['/api/contract-template']);
  const { version, body, madeAt, madeBy, placeholders } = template;
  const form = useForm({
    initial: { body },
    save: (values) => save.mutateAsync({ version, ...values }),
    onSaved: () => notifyDone(t('contract.saved')),
  });
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <Form
        form={form}
        aside={
          <span className="dim">
            {t(madeBy === null ? 'contract.first' : 'contract.since', {
              at: formatInstant(madeAt),
              name: madeBy ?? '',
            })}
          </span>
        }
      >
        <Textarea
          {...form.text('body')}
          label={t('contract.body')}
          description={t('contract.hint')}
          autosize
          minRows={14}
          maxRows={28}
        />
      </Form>
      <Box>
        <CardSection title={t('contract.names')}>
          <Facts
            facts={placeholders.map((name) => ({
              label: `{{${name}}}`,
              value: t(`contract.placeholders.${name}`),
            }))}
          />
        </CardSection>
      </Box>
    </div>
  );
};
