import { Button, Checkbox, Modal, Textarea, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { formatPercent } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Reason, useRead, useWrite } from '../client.ts';

const paths = ['/api/leaving-reasons'];
type Opened = { reason?: Reason; parentId: number | null };

/** Groups of reasons with those under them. */
export const ReasonSettings = () => {
  const t = useTexts('retention');
  const { data } = useRead('GET /api/leaving-reasons');
  const [open, setOpen] = useState<Opened | null>(null);
  const all = data?.reasons ?? [];
  const add = (parentId: number | null, label: string) => (
    <Button
      size="xs"
      variant="subtle"
      leftSection={<Plus size={14} />}
      onClick={() => setOpen({ parentId })}
    >
      {label}
    </Button>
  );
  return (
    <section aria-label={t('reasons.title')}>
      <h2>{t('reasons.title')}</h2>
      {all.length === 0 ? null : (
        <PickList>
          {all
            .filter(({ parentId }) => parentId === null)
            .map((group) => (
              <PickRow
                key={group.id}
                title={group.name}
                text={t('reasons.chance', { share: formatPercent(group.leaveChance) })}
                onPick={() => setOpen({ reason: group, parentId: null })}
              >
                {group.isArchived ? <Badge>{t('settings.off')}</Badge> : null}
                {group.takesOffers ? null : <Badge tone="amber">{t('reasons.noOffers')}</Badge>}
                <span style={{ display: 'flex', flexWrap: 'wrap', gap: 4, maxWidth: 420 }}>
                  {all
                    .filter(({ parentId }) => parentId === group.id)
                    .map((reason) => (
                      <Button
                        key={reason.id}
                        size="compact-xs"
                        variant={reason.isArchived ? 'subtle' : 'default'}
                        onClick={() => setOpen({ reason, parentId: group.id })}
                      >
                        {reason.name}
                      </Button>
                    ))}
                  {add(group.id, t('reasons.add'))}
                </span>
              </PickRow>
            ))}
        </PickList>
      )}
      {add(null, t('reasons.addGroup'))}
      {open === null ? null : <ReasonDialog {...open} onClose={() => setOpen(null)} />}
    </section>
  );
};

type Values = {
  name: string;
  takesOffers: boolean;
  words: string;
  leavePercent: number | undefined;
  isArchived: boolean;
};

const ReasonDialog = ({ reason, parentId, onClose }: Opened & { onClose: () => void }) => {
  const t = useTexts('retention');
  const add = useWrite('POST /api/leaving-reasons', paths);
  const change = useWrite('PUT /api/leaving-reasons/{id}', paths);
  const form = useForm<Values, unknown>({
    initial: {
      name: reason?.name ?? '',
      takesOffers: reason?.takesOffers ?? true,
      words: reason?.words ?? '',
      leavePercent: Math.round((reason?.leaveChance ?? 0.6) * 100),
      isArchived: reason?.isArchived ?? false,
    },
    save: ({ leavePercent, isArchived, ...values }) => {
      const fields = { ...values, leaveChance: (leavePercent ?? 0) / 100 };
      return reason
        ? change.mutateAsync({ ...fields, isArchived, id: reason.id, version: reason.version })
        : add.mutateAsync({ ...fields, parentId });
    },
    onSaved: onClose,
  });
  const title = reason?.name ?? t(parentId === null ? 'reasons.addGroup' : 'reasons.add');
  return (
    <Modal opened onClose={onClose} title={title} size={440}>
      <Form form={form} onCancel={onClose} isGuarded={false}>
        <TextInput {...form.text('name')} label={t('settings.name')} required data-autofocus />
        <Textarea {...form.text('words')} label={t('reasons.words')} autosize minRows={2} />
        {parentId === null ? (
          <>
            <Checkbox {...form.tick('takesOffers')} label={t('reasons.takesOffers')} />
            <NumberField {...form.value('leavePercent')} label={t('reasons.leaveChance')} />
          </>
        ) : null}
        {reason ? <Checkbox {...form.tick('isArchived')} label={t('settings.archive')} /> : null}
      </Form>
    </Modal>
  );
};
