import { ActionIcon, Menu } from '@mantine/core';
import { Ellipsis, Eraser, FileDown, Merge } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { addressOf } from '../../ui/call.ts';
import { Action } from '../../ui/show/action.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useMay } from '../../ui/viewer.tsx';
import { useDial } from '../../staff/web/index.tsx';
import type { Card } from './client.ts';
import { EraseDialog } from './erase-dialog.tsx';

/** What can be done with a subscriber as a whole: call, edit, merge, export, erase. */
export const CardActions = ({ card }: { card: Card }) => {
  const t = useTexts('subscribers');
  const may = useMay();
  const navigate = useNavigate();
  const [isErasing, setErasing] = useState(false);
  const dial = useDial();
  const phone = card.contacts.find((contact) => contact.kind === 'phone');
  const isErased = card.erasedAt !== null;
  return (
    <>
      {phone && !isErased ? (
        <Action keys="KeyC" onClick={() => globalThis.location.assign(dial(phone.value))}>
          {t('card.call')}
        </Action>
      ) : null}
      {may('subscribers.edit') && !isErased ? (
        <Action keys="KeyE" onClick={() => void navigate(`/subscribers/${card.id}/edit`)}>
          {t('card.edit')}
        </Action>
      ) : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={32} aria-label={t('card.more')}>
            <Ellipsis size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {may('subscribers.merge') && !isErased ? (
            <Menu.Item
              leftSection={<Merge size={14} />}
              renderRoot={(root) => <Link {...root} to={`/subscribers/${card.id}/merge`} />}
            >
              {t('merge.title')}
            </Menu.Item>
          ) : null}
          {may('subscribers.export') ? (
            <Menu.Item
              leftSection={<FileDown size={14} />}
              component="a"
              href={addressOf('GET /api/subscribers/{id}/personal-data', { id: card.id })}
            >
              {t('card.export')}
            </Menu.Item>
          ) : null}
          {may('subscribers.erase') && !isErased ? (
            <Menu.Item
              color="red"
              leftSection={<Eraser size={14} />}
              onClick={() => setErasing(true)}
            >
              {t('erase.title')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <EraseDialog card={card} isOpen={isErasing} onClose={() => setErasing(false)} />
    </>
  );
};
