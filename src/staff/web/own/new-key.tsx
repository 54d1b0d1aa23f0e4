import { Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { serverNow } from '../../../ui/now.ts';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { useWrite } from '../api.ts';
import { usePermissionWords } from '../roles/permission-words.ts';
import { CopyButton } from '../../../ui/show/copy-button.tsx';
import css from '../settings/rows.module.css';

const dayMs = 86_400_000;
const lifetimes = ['30', '90', '365', ''] as const;
type Values = {
  name: string;
  /** Days; empty is for ever. */
  lifetime: (typeof lifetimes)[number];
  isAll: boolean;
  scopes: string[];
};

/** A new key, and then the key itself: the only time that it is seen. */
export const NewKey = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('staff');
  const [key, setKey] = useState<string | null>(null);
  return (
    <Modal opened onClose={onClose} title={t('keys.create')} size={520}>
      {key === null ? (
        <KeyForm onMade={setKey} onCancel={onClose} />
      ) : (
        <div className={css.stack}>
          <p>{t('keys.once')}</p>
          <code className={css.secret}>{key}</code>
          <Group>
            <CopyButton variant="filled" text={key} />
          </Group>
        </div>
      )}
    </Modal>
  );
};

type FormProps = { onMade: (key: string) => void; onCancel: () => void };

const KeyForm = ({ onMade, onCancel }: FormProps) => {
  const t = useTexts('staff');
  const create = useWrite('POST /api/me/api-keys', ['/api/me/api-keys']);
  const form = useForm<Values, { key: string }>({
    initial: { name: '', lifetime: '90', isAll: false, scopes: [] },
    save: ({ name, lifetime, isAll, scopes }) =>
      create.mutateAsync({
        name,
        scopes: isAll ? ['*'] : scopes,
        expiresAt: lifetime ? new Date(serverNow() + Number(lifetime) * dayMs).toISOString() : null,
      }),
    onSaved: (made) => onMade(made.key),
  });
  const { values } = form;
  return (
    <Form form={form} submitLabel={t('keys.create')} onCancel={onCancel} isGuarded={false}>
      <TextInput
        label={t('keys.name')}
        description={t('keys.nameHint')}
        data-autofocus
        {...form.text('name')}
      />
      <Segmented
        label={t('keys.lifetime')}
        value={values.lifetime}
        onChange={(lifetime) => form.set('lifetime', lifetime)}
        options={lifetimes.map((value) => ({
          value,
          label: value ? t('keys.days', { count: Number(value) }) : t('keys.forever'),
        }))}
      />
      <Segmented
        label={t('keys.may')}
        value={values.isAll ? 'all' : 'some'}
        onChange={(choice) => form.set('isAll', choice === 'all')}
        options={[
          { value: 'some', label: t('keys.some') },
          { value: 'all', label: t('keys.everything') },
        ]}
      />
      {values.isAll ? null : (
        <Scopes chosen={values.scopes} onChange={(scopes) => form.set('scopes', scopes)} />
      )}
    </Form>
  );
};

/** The scope of what is one's own: `me`, as the server calls it. */
const ownAffairs = 'me';

type ScopesProps = { chosen: readonly string[]; onChange: (scopes: string[]) => void };

const Scopes = ({ chosen, onChange }: ScopesProps) => {
  const { permissions } = useViewer();
  const t = useTexts('staff');
  const wordOf = usePermissionWords();
  return (
    <div className="scroll" style={{ display: 'grid', gap: 8, maxHeight: 260 }}>
      {[ownAffairs, ...permissions].map((permission) => (
        <Checkbox
          key={permission}
          label={permission === ownAffairs ? t('keys.ownAffairs') : wordOf(permission)}
          checked={chosen.includes(permission)}
          onChange={({ target }) =>
            onChange(
              target.checked ? [...chosen, permission] : chosen.filter((one) => one !== permission),
            )
          }
        />
      ))}
    </div>
  );
};
