import { ActionIcon } from '@mantine/core';
import { House, MapPin, Trash2 } from 'lucide-react';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { call, useWrite, type Card } from '../client.ts';
import css from './aside.module.css';

type Props = { card: Card; address: Card['addresses'][number] };

/** One service address with what is known of the building. */
export const AddressRow = ({ card, address }: Props) => {
  const t = useTexts('subscribers');
  const Picture = address.isPrivateSector ? House : MapPin;
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
      <RemoveAddress card={card} address={address} />
    </li>
  );
};

const RemoveAddress = ({ card, address }: Props) => {
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
    <ActionIcon size="sm" aria-label={t('addresses.remove', { text })} onClick={takeAway}>
      <Trash2 size={13} />
    </ActionIcon>
  );
};
