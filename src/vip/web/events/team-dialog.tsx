import { Button, Modal, TextInput } from '@mantine/core';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Gathering, useWrite } from '../client.ts';
import { eventPaths } from './event-choices.ts';

type Props = {
  eventId: number;
  title: string;
  team: Gathering['teams'][number] | null;
  onClose: () => void;
};

/** Adds a team or a table, changes one, or lets an empty one go. */
export const TeamDialog = ({ eventId, title, team, onClose }: Props) => {
  const t = useTexts('vip');
  const add = useWrite('POST /api/vip-events/{id}/teams', eventPaths);
  const change = useWrite('PUT /api/vip-event-teams/{id}', eventPaths);
  const remove = useWrite('DELETE /api/vip-event-teams/{id}', eventPaths);
  const form = useForm<{ name: string; seats: number | undefined }, unknown>({
    initial: { name: team?.name ?? '', seats: team?.seats ?? 6 },
    save: ({ name, seats = 1 }) =>
      team
        ? change.mutateAsync({ id: team.id, version: team.version, name, seats })
        : add.mutateAsync({ id: eventId, name, seats }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={team?.name ?? title} size={440}>
      <Form form={form} onCancel={onClose}>
        <FormRow>
          <TextInput {...form.text('name')} label={t('gatherings.name')} required data-autofocus />
          <NumberField {...form.value('seats')} label={t('gatherings.seats')} required />
        </FormRow>
      </Form>
      {team && team.taken === 0 ? (
        <Button
          variant="subtle"
          onClick={() =>
            void remove.mutateAsync({ id: team.id }).then(onClose).catch(notifyProblem)
          }
        >
          {t('gatherings.remove')}
        </Button>
      ) : null}
    </Modal>
  );
};
