import { Menu } from '@mantine/core';
import { House, MapPin } from 'lucide-react';
import { useState } from 'react';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { call, useWrite, type Card } from '../client.ts';
import { AddressForm } from './address-form.tsx';
import css from './aside.module.css';
import { RowMenu } from './row-menu.tsx';

type Props = { card: Card; address: Card['addresses'][number] };

/** One service address with what is known of the building. */
export const AddressRow = ({ card, address }: Props) => {
  const t = useTexts('subscribers');
  const Picture = address.isPrivateSector ? House : MapPin;
  const [isEdited, setEdited] = useState(false);
  if (isEdited) {
    return (
      <li>
        <AddressForm card={card} address={address} onClose={() => setEdited(false)} />
      </li>
    );
  }
  return (
    <li className={css.row}>
      <Picture size={14} />
      <span>
        <span className={css.value}>{address.text}</span>
        {address.label ? <span className={css.note}> {address.label}</span> : null}
        <span className={css.marks}>
          {address.isUnderstood ? null : (
            <Badge tone="amber" title={t('addresses.rawHint')}>
              {t('addresses.raw')}
            </Badge>
          )}
          {address.isPrivateSector ? <Badge>{t('addresses.private')}</Badge> : null}
          {address.technology ? (
            <Badge tone="blue">{t(`choices.technology.${address.technology}`)}</Badge>
          ) : null}
        </span>
      </span>
      <AddressMenu card={card} address={address} onEdit={() => setEdited(true)} />
    </li>
  );
};

const AddressMenu = ({ card, address, onEdit }: Props & { onEdit: () => void }) => {
  const t = useTexts('subscribers');
  const may = useMay();
  const refresh = useRefresh();
  const remove = useWrite('DELETE /api/subscribers/{id}/addresses/{addressId}');
  if (!may('subscribers.edit') || card.erasedAt) return null;
  const { id: addressId, text, label, isPrimary } = address;
  const undo = async (): Promise<void> => {
    await call('POST /api/subscribers/{id}/addresses', { id: card.id, text, label, isPrimary });
    await refresh('/api/subscribers');
  };
  const takeAway = (): void => {
    remove
      .mutateAsync({ id: card.id, addressId })
      .then(() => undoToast({ text: t('addresses.removed'), undo }), notifyProblem);
  };
  return (
    <RowMenu label={t('addresses.more', { text })}>
      <Menu.Item onClick={onEdit}>{t('card.edit')}</Menu.Item>
      <Menu.Item onClick={takeAway}>{t('words.remove')}</Menu.Item>
    </RowMenu>
  );
};
