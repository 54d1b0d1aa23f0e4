import { ActionIcon, Button, Checkbox, Menu, Popover, TextInput, Tooltip } from '@mantine/core';
import { ArrowDown, ArrowUp, Columns3, Download, Rows3 } from 'lucide-react';
import { useState } from 'react';
import { isMeant } from '../layout-slip.ts';
import { useTexts } from '../texts.ts';
import { useMay } from '../viewer.tsx';
import type { List } from './model.ts';
import { exportAddress } from './source.ts';
import css from './tools.module.css';

const moved = (columns: readonly string[], key: string, by: number): string[] => {
  const at = columns.indexOf(key);
  const rest = columns.filter((one) => one !== key);
  return rest.toSpliced(Math.max(0, at + by), 0, key);
};

const ShownColumn = ({ list, column }: { list: List; column: string }) => {
  const t = useTexts();
  const { columns } = list.query;
  const field = list.words.label(column);
  const move = (by: number) => list.change({ columns: moved(columns, column, by) });
  return (
    <div className={css.columnItem}>
      <Checkbox
        className={css.grow ?? ''}
        label={field}
        checked
        disabled={columns.length === 1}
        onChange={() => list.change({ columns: columns.filter((one) => one !== column) })}
      />
      <ActionIcon
        size="sm"
        aria-label={t('table.moveUp', { field })}
        disabled={columns[0] === column}
        onClick={() => move(-1)}
      >
        <ArrowUp size={13} />
      </ActionIcon>
      <ActionIcon
        size="sm"
        aria-label={t('table.moveDown', { field })}
        disabled={columns.at(-1) === column}
        onClick={() => move(1)}
      >
        <ArrowDown size={13} />
      </ActionIcon>
    </div>
  );
};

/** Which columns stand in the list, and in what order. */
export const ColumnMenu = ({ list }: { list: List }) => {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const { columns } = list.query;
  const label = (key: string) => list.words.label(key);
  const others = list.fields.filter(
    ({ key }) => !columns.includes(key) && isMeant(label(key), typed),
  );
  return (
    <Popover position="bottom-end" width={290} trapFocus>
      <Popover.Target>
        <Tooltip label={t('table.columns')}>
          <ActionIcon aria-label={t('table.columns')} disabled={!list.isReady}>
            <Columns3 size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('table.columns')}>
        <TextInput
          data-autofocus
          aria-label={t('table.findField')}
          placeholder={t('table.findField')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          mb={8}
        />
        <div className={`${css.pick} scroll`} style={{ maxHeight: 360 }}>
          {columns
            .filter((key) => isMeant(label(key), typed))
            .map((key) => (
              <ShownColumn key={key} list={list} column={key} />
            ))}
          {others.map(({ key }) => (
            <div key={key} className={css.columnItem}>
              <Checkbox
                label={label(key)}
                checked={false}
                onChange={() => list.change({ columns: [...columns, key] })}
              />
            </div>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};

/** By what the rows are gathered under headings. */
export const GroupMenu = ({ list }: { list: List }) => {
  const t = useTexts();
  const { groupBy } = list.query;
  const offered = list.fields.filter(({ groupable }) => groupable);
  if (offered.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="xs"
          variant={groupBy ? 'light' : 'subtle'}
          color={groupBy ? 'teal' : 'gray'}
          leftSection={<Rows3 size={14} />}
        >
          <span className={css.label}>
            {groupBy ? list.words.label(groupBy) : t('table.group')}
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflow: 'auto' }}>
        {groupBy ? (
          <>
            <Menu.Item onClick={() => list.change({ groupBy: undefined })}>
              {t('table.noGroup')}
            </Menu.Item>
            <Menu.Divider />
          </>
        ) : null}
        {offered.map(({ key }) => (
          <Menu.Item key={key} onClick={() => list.change({ groupBy: key })}>
            {list.words.label(key)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};

/** The list as it stands, as a file; the server streams it, however long it is. */
export const ExportMenu = ({ list }: { list: List }) => {
  const t = useTexts();
  const may = useMay();
  if (!may(list.exportPermission)) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('table.export')}>
          <ActionIcon aria-label={t('table.export')} disabled={!list.isReady}>
            <Download size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {(['xlsx', 'csv'] as const).map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={exportAddress(list.entity, list.asked, format)}
            download
          >
            {t(`table.as.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
