import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { notifyProblem } from '../../../ui/notify.tsx';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { usePages, useWrite } from '../client.ts';

/** Accounts whose holders no channel reaches: somebody calls them. */
export const Unreached = ({ id, count }: { id: number; count: number }) => {
  const t = useTexts('billing');
  const [isOpen, setOpen] = useState(false);
  const title = t('priceChanges.toTell', { count });
  return (
    <>
      <Button size="xs" variant="subtle" onClick={() => setOpen(true)}>
        {title}
      </Button>
      {isOpen ? (
        <Modal opened onClose={() => setOpen(false)} title={title}>
          <Accounts id={id} />
        </Modal>
      ) : null}
    </>
  );
};

const Accounts = ({ id }: { id: number }) => {
  const t = useTexts('billing');
  const told = useWrite('POST /api/price-changes/{id}/told', ['/api/price-changes']);
  const pages = usePages('GET /api/price-changes/{id}/unreached', { id });
  const accounts = (pages.data?.pages ?? []).flatMap((page) => page.accounts);
  return (
    <>
      <PickList>
        {accounts.map((one) => (
          <PickRow key={one.id} title={<Link to={`/accounts/${one.id}`}>{one.number}</Link>}>
            <Button
              size="xs"
              onClick={() => void told.mutateAsync({ id, accountId: one.id }).catch(notifyProblem)}
            >
              {t('priceChanges.toldNow')}
            </Button>
          </PickRow>
        ))}
      </PickList>
      <MoreButton pages={pages}>{t('priceChanges.more')}</MoreButton>
    </>
  );
};
