import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite } from '../client.ts';
import css from '../vip.module.css';

/** Who brings what is given. */
export const SupplierList = () => {
  const t = useTexts('vip');
  const { data } = useRead('GET /api/vip-gift-items');
  const [isAdding, setAdding] = useState(false);
  if (!data) return null;
  return (
    <section aria-label={t('suppliers.title')}>
      <div className={css.line}>
        <h2 style={{ flex: 1 }}>{t('suppliers.title')}</h2>
        <Button size="xs" onClick={() => setAdding(true)}>
          {t('suppliers.add')}
        </Button>
      </div>
      {data.suppliers.length === 0 ? <p className="dim">{t('suppliers.none')}</p> : null}
      {data.suppliers.length === 0 ? null : (
        <PickList>
          {data.suppliers.map(({ id, name, contact }) => (
            <PickRow key={id} title={name} text={contact} />
          ))}
        </PickList>
      )}
      {isAdding ? <SupplierDialog onClose={() => setAdding(false)} /> : null}
    </section>
  );
};

const SupplierDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('vip');
  const add = useWrite('POST /api/vip-suppliers', ['/api/vip-gift-items']);
  const form = useForm({
    initial: { name: '', contact: '' },
    save: (values) => add.mutateAsync(values),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('suppliers.add')} size={420}>
      <Form form={form} onCancel={onClose}>
        <TextInput {...form.text('name')} label={t('items.name')} required />
        <TextInput {...form.text('contact')} label={t('suppliers.contact')} />
      </Form>
    </Modal>
  );
};
