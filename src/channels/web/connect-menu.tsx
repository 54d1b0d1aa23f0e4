import { Button, Menu } from '@mantine/core';
import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import { useTexts } from '../../ui/texts.ts';
import { kinds } from '../api/choices.ts';

/** One way to every kind of channel, for there are too many to stand side by side. */
export const ConnectMenu = () => {
  const t = useTexts('channels');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="filled" leftSection={<Plus size={15} />}>
          {t('channels.connect')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map((kind) => (
          <Menu.Item
            key={kind}
            renderRoot={(root) => <Link {...root} to={`/settings/channels/${kind}/new`} />}
          >
            {t(`channels.kinds.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
