import { Button, Checkbox, Modal, Textarea, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Rule, useRead, useWrite } from '../client.ts';
import { TryWords } from './try-words.tsx';

const paths = ['/api/wish-rules'];

/** The words, how often each rule heard a wish, and how often that was none. */
export const RuleSettings = () => {
  const t = useTexts('retention');
  const read = useRead('GET /api/wish-rules');
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const rules = read.data?.rules ?? [];
  return (
    <section aria-label={t('rules.title')}>
      <h2>{t('rules.title')}</h2>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {rules.length === 0 ? null : (
        <PickList>
          {rules.map((rule) => (
            <PickRow
              key={rule.id}
              title={rule.name}
              text={rule.phrases.split('\n').join(', ')}
              onPick={() => setOpen(rule.id)}
            >
              {rule.isArchived ? <Badge>{t('settings.off')}</Badge> : null}
              {rule.isAngry ? <Badge tone="red">{t('rules.angry')}</Badge> : null}
              <span className="dim tabular">{rule.isAngry ? null : t('rules.figures', rule)}</span>
            </PickRow>
          ))}
        </PickList>
      )}
      <Button
        size="xs"
        variant="subtle"
        leftSection={<Plus size={14} />}
        onClick={() => setOpen('new')}
      >
        {t('rules.add')}
      </Button>
      <TryWords />
      {open === null ? null : (
        <RuleDialog rule={rules.find(({ id }) => id === open)} onClose={() => setOpen(null)} />
      )}
    </section>
  );
};

type Values = Pick<Rule, 'name' | 'phrases' | 'exceptions' | 'isAngry' | 'isArchived'>;

const RuleDialog = ({ rule, onClose }: { rule: Rule | undefined; onClose: () => void }) => {
  const t = useTexts('retention');
  const add = useWrite('POST /api/wish-rules', paths);
  const change = useWrite('PUT /api/wish-rules/{id}', paths);
  const form = useForm<Values, unknown>({
    initial: {
      name: rule?.name ?? '',
      phrases: rule?.phrases ?? '',
      exceptions: rule?.exceptions ?? '',
      isAngry: rule?.isAngry ?? false,
      isArchived: rule?.isArchived ?? false,
    },
    save: ({ isArchived, ...values }) =>
      rule
        ? change.mutateAsync({ ...values, isArchived, id: rule.id, version: rule.version })
        : add.mutateAsync(values),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={rule?.name ?? t('rules.add')} size={520}>
      <Form form={form} onCancel={onClose} isGuarded={false}>
        <TextInput {...form.text('name')} label={t('settings.name')} required data-autofocus />
        <Textarea
          {...form.text('phrases')}
          label={t('rules.phrases')}
          description={t('rules.phrasesHint')}
          required
          autosize
          minRows={3}
        />
        <Textarea {...form.text('exceptions')} label={t('rules.exceptions')} autosize minRows={1} />
        <Checkbox {...form.tick('isAngry')} label={t('rules.isAngry')} />
        {rule ? <Checkbox {...form.tick('isArchived')} label={t('settings.archive')} /> : null}
      </Form>
    </Modal>
  );
};
