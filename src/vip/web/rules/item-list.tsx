import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatMoney, majorOf, minorOf } from '../../../ui/format.ts';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { giftKinds } from '../../kinds.ts';
import { type Items, useRead, useWrite } from '../client.ts';
import css from '../vip.module.css';

type Item = Items['items'][number];

/** What can be given, and how much of it there is. */
export const ItemList = () => {
  const t = useTexts('vip');
  const { data } = useRead('GET /api/vip-gift-items');
  const [changed, setChanged] = useState<Item | 'new'>();
  if (!data) return null;
  return (
    <section aria-label={t('items.title')}>
      <div className={css.line}>
        <h2 style={{ flex: 1 }}>{t('items.title')}</h2>
        <Button size="xs" onClick={() => setChanged('new')}>
          {t('items.add')}
        </Button>
      </div>
      {data.items.length === 0 ? <p className="dim">{t('items.none')}</p> : null}
      {data.items.length === 0 ? null : (
        <PickList>
          {data.items.map((item) => (
            <PickRow
              key={item.id}
              title={item.name}
              text={[
                t(`giftKinds.${item.kind}`),
                formatMoney(item.priceMinor, data.currency),
                item.supplier,
                item.stock === null ? t('items.bought') : t('items.left', { count: item.stock }),
              ]
                .filter(Boolean)
                .join(' · ')}
              onPick={() => setChanged(item)}
            >
              {item.isArchived ? <Badge>{t('items.archived')}</Badge> : null}
            </PickRow>
          ))}
        </PickList>
      )}
      {changed ? (
        <ItemDialog
          item={changed === 'new' ? null : changed}
          items={data}
          onClose={() => setChanged(undefined)}
        />
      ) : null}
    </section>
  );
};

const paths = ['/api/vip-gift-items'];

const ItemDialog = (props: { item: Item | null; items: Items; onClose: () => void }) => {
  const { item, items, onClose } = props;
  const t = useTexts('vip');
  const add = useWrite('POST /api/vip-gift-items', paths);
  const change = useWrite('PUT /api/vip-gift-items/{id}', paths);
  const { currency, suppliers } = items;
  const form = useForm({
    initial: {
      name: item?.name ?? '',
      kind: item?.kind ?? 'flowers',
      supplierId: item?.supplierId == null ? null : String(item.supplierId),
      priceMinor: item ? majorOf(item.priceMinor, currency) : undefined,
      stock: item?.stock ?? undefined,
      isArchived: item?.isArchived ?? false,
    },
    save: async ({ supplierId, priceMinor: price = 0, stock, ...rest }) => {
      const priceMinor = minorOf(price, currency);
      const supplier = supplierId === null ? null : Number(supplierId);
      const fields = { ...rest, supplierId: supplier, priceMinor, stock: stock ?? null };
      if (item) await change.mutateAsync({ ...fields, id: item.id, version: item.version });
      else await add.mutateAsync(fields);
    },
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={item?.name ?? t('items.add')} size={480}>
      <Form form={form} onCancel={onClose}>
        <TextInput {...form.text('name')} label={t('items.name')} required />
        <Select
          value={form.values.kind}
          onChange={(value) => form.set('kind', value ?? 'flowers')}
          label={t('items.kind')}
          allowDeselect={false}
          data={giftKinds.map((value) => ({ value, label: t(`giftKinds.${value}`) }))}
        />
        <FormRow>
          <NumberField {...form.value('priceMinor')} label={t('items.price')} required />
          <NumberField {...form.value('stock')} label={t('items.stock')} />
        </FormRow>
        {suppliers.length === 0 ? null : (
          <Select
            {...form.value('supplierId')}
            label={t('items.supplier')}
            clearable
            data={suppliers.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        )}
        {item ? <Checkbox {...form.tick('isArchived')} label={t('items.archive')} /> : null}
      </Form>
    </Modal>
  );
};
