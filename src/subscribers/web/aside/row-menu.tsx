import { ActionIcon, Menu } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';

type Props = {
  label: string;
  /** Stands in place of the three dots. */
  sign?: ReactNode;
  /** `Menu.Item`s: what can be done with the row. */
  children: ReactNode;
};

/** What can be done with one row of a section. */
export const RowMenu = ({ label, sign = <Ellipsis size={14} />, children }: Props) => (
  <Menu position="bottom-end">
    <Menu.Target>
      <ActionIcon size="sm" aria-label={label}>
        {sign}
      </ActionIcon>
    </Menu.Target>
    <Menu.Dropdown>{children}</Menu.Dropdown>
  </Menu>
);
