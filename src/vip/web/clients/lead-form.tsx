import { Select } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { Box, CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { tempers } from '../../kinds.ts';
import { type Client, useRead, useWrite, vipPaths } from '../client.ts';

/** Who leads a client, and what kind of person they are. */
export const LeadForm = ({ client }: { client: Client }) => {
  const t = useTexts('vip');
  const { data } = useRead('GET /api/vip-managers');
  const write = useWrite('PUT /api/vip/{id}', vipPaths);
  const { id, version, personalManager, acting } = client;
  const form = useForm({
    initial: {
      leader: personalManager === null ? null : String(personalManager.id),
      temper: client.temper,
    },
    save: ({ leader, temper }) =>
      write.mutateAsync({
        id,
        version,
        personalManagerId: leader === null ? null : Number(leader),
        temper,
      }),
    onSaved: () => notifyDone(t('client.saved')),
  });
  const people = (data?.people ?? []).filter(({ isOn }) => isOn);
  const isActing = acting !== null && acting.id !== personalManager?.id;
  return (
    <Box>
      <CardSection title={t('client.leads')}>
        {isActing ? <p className="dim">{t('client.acting', { name: acting.name })}</p> : null}
        <Form form={form}>
          <Select
            {...form.value('leader')}
            label={t('client.leader')}
            clearable
            data={people.map(({ staff, clients, mostClients }) => ({
              value: String(staff.id),
              label: `${staff.name} · ${clients} / ${mostClients}`,
            }))}
          />
          <Select
            {...form.value('temper')}
            label={t('fields.temper')}
            description={t('client.temperHint')}
            clearable
            data={tempers.map((value) => ({ value, label: t(`choices.temper.${value}`) }))}
          />
        </Form>
      </CardSection>
    </Box>
  );
};
