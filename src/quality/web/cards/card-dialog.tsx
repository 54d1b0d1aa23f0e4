import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type ContactKind, contactKinds } from '../../kinds.ts';
import { type Card, useWrite } from '../client.ts';
import { GroupFields } from './group-fields.tsx';
import { emptyGroup, type GroupValues, groupsOf, keptGroups } from './group-values.ts';

type Values = { name: string; kind: ContactKind; groups: GroupValues[]; isArchived: boolean };

const paths = ['/api/quality-cards'];

/** Writes a scorecard, or a new version of one: what was judged stays judged by its own. */
export const CardDialog = ({ card, onClose }: { card: Card | null; onClose: () => void }) => {
  const t = useTexts('quality');
  const add = useWrite('POST /api/quality-cards', paths);
  const change = useWrite('PUT /api/quality-cards/{id}', paths);
  const form = useForm<Values, unknown>({
    initial: {
      name: card?.name ?? '',
      kind: card?.kind ?? 'support',
      groups: card ? groupsOf(card.groups) : [emptyGroup()],
      isArchived: card?.isArchived ?? false,
    },
    save: async ({ groups, isArchived, ...fields }) => {
      const written = { ...fields, groups: keptGroups(groups) };
      if (card)
        await change.mutateAsync({ ...written, id: card.id, version: card.version, isArchived });
      else await add.mutateAsync(written);
    },
    onSaved: () => {
      notifyDone(t('saved'));
      onClose();
    },
  });
  const { groups } = form.values;
  return (
    <Modal opened onClose={onClose} title={card?.name ?? t('cards.add')} size={860}>
      <Form form={form} onCancel={onClose}>
        <FormRow>
          <TextInput {...form.text('name')} label={t('cards.name')} required />
          <Select
            value={form.values.kind}
            onChange={(value) => form.set('kind', value ?? 'support')}
            label={t('cards.kind')}
            allowDeselect={false}
            data={contactKinds.map((value) => ({ value, label: t(`contactKinds.${value}`) }))}
          />
        </FormRow>
        {groups.map((group, at) => (
          <GroupFields
            key={group.id}
            group={group}
            number={at + 1}
            onChange={(next) => form.set('groups', groups.with(at, next))}
            {...(groups.length > 1
              ? { onRemove: () => form.set('groups', groups.toSpliced(at, 1)) }
              : {})}
          />
        ))}
        <div>
          <Button
            size="xs"
            variant="default"
            leftSection={<Plus size={14} />}
            onClick={() => form.set('groups', [...groups, emptyGroup()])}
          >
            {t('cards.addGroup')}
          </Button>
        </div>
        {card ? <Checkbox {...form.tick('isArchived')} label={t('cards.archive')} /> : null}
      </Form>
    </Modal>
  );
};
