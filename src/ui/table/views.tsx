import { Button, Checkbox, Menu, Modal, TextInput } from '@mantine/core';
import { ChevronDown, Plus, Users } from 'lucide-react';
import { useState } from 'react';
import { notifyProblem, undoToast } from '../notify.tsx';
import { useRefresh } from '../query.ts';
import { useTexts } from '../texts.ts';
import type { View } from './contract.ts';
import type { List } from './model.ts';
import { changeView, deleteView, saveView } from './source.ts';
import css from './tools.module.css';

type NameProps = {
  list: List;
  /** The view being renamed; none for a new one. */
  view: View | undefined;
  onClose: () => void;
};

const NameForm = ({ list, view, onClose }: NameProps) => {
  const t = useTexts();
  const refresh = useRefresh();
  const [name, setName] = useState(view?.name ?? '');
  const [isShared, setShared] = useState(view?.isShared ?? false);
  const save = async (): Promise<void> => {
    const given = { name: name.trim(), isShared };
    const saved = view
      ? await changeView({ id: view.id, state: view.state, ...given }).then(() => view)
      : await saveView({ entity: list.entity, state: list.query, ...given });
    await refresh('/api/views');
    if (!view) list.open(saved.id);
    onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save().catch(notifyProblem);
      }}
      style={{ display: 'grid', gap: 12 }}
    >
      <TextInput
        data-autofocus
        label={t('table.viewName')}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Checkbox
        label={t('table.viewShared')}
        checked={isShared}
        onChange={(event) => setShared(event.target.checked)}
      />
      <Button type="submit" variant="filled" disabled={name.trim() === ''}>
        {t('table.save')}
      </Button>
    </form>
  );
};

type ViewProps = { list: List; view: View; onRename: () => void };

const ViewMenu = ({ list, view, onRename }: ViewProps) => {
  const t = useTexts();
  const refresh = useRefresh();
  const remove = async (): Promise<void> => {
    await deleteView(view.id);
    list.open(undefined);
    await refresh('/api/views');
    const { name, isShared, entity, state } = view;
    undoToast({
      text: t('table.viewDeleted', { name }),
      undo: () => saveView({ name, isShared, entity, state }).then(() => refresh('/api/views')),
    });
  };
  const keep = async (): Promise<void> => {
    const { id, name, isShared } = view;
    await changeView({ id, name, isShared, state: list.query });
    await refresh('/api/views');
    list.open(view.id);
  };
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          className={`${css.view} ${css.more}`}
          aria-pressed="true"
          aria-label={t('table.viewMenu', { name: view.name })}
        >
          <ChevronDown size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {list.hasChanges ? (
          <Menu.Item onClick={() => void keep().catch(notifyProblem)}>{t('table.keep')}</Menu.Item>
        ) : null}
        <Menu.Item onClick={onRename}>{t('table.rename')}</Menu.Item>
        <Menu.Item color="red" onClick={() => void remove().catch(notifyProblem)}>
          {t('table.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

const ViewTab = ({ list, view }: { list: List; view: View | undefined }) => {
  const t = useTexts();
  const isCurrent = list.view?.id === view?.id && !list.presets.some(({ isOpen }) => isOpen);
  return (
    <button
      type="button"
      className={css.view}
      aria-pressed={isCurrent}
      onClick={() => list.open(view?.id)}
    >
      {view?.isShared ? <Users size={13} aria-label={t('table.shared')} /> : null}
      {view?.name ?? list.home}
      {isCurrent && list.hasChanges ? (
        <span className={css.changed} title={t('table.changed')} />
      ) : null}
    </button>
  );
};

/** Kept ways of looking at the list. What has been changed can be kept as a view of its own. */
export const Views = ({ list }: { list: List }) => {
  const t = useTexts();
  const [naming, setNaming] = useState<{ view: View | undefined } | null>(null);
  const { view } = list;
  return (
    <div className={css.views} role="group" aria-label={t('table.views')}>
      <ViewTab list={list} view={undefined} />
      {list.presets.map(({ key, label, query, isOpen }) => (
        <button
          key={key}
          type="button"
          className={css.view}
          aria-pressed={isOpen}
          onClick={() => list.open(undefined, query)}
        >
          {label}
        </button>
      ))}
      {list.views.map((one) => (
        <ViewTab key={one.id} list={list} view={one} />
      ))}
      {view?.isOwn ? (
        <ViewMenu list={list} view={view} onRename={() => setNaming({ view })} />
      ) : null}
      {list.hasChanges ? (
        <button type="button" className={css.view} onClick={() => setNaming({ view: undefined })}>
          <Plus size={14} aria-hidden="true" />
          {t('table.saveView')}
        </button>
      ) : null}
      <Modal
        opened={naming !== null}
        onClose={() => setNaming(null)}
        title={t(naming?.view ? 'table.rename' : 'table.saveView')}
        size={380}
      >
        <NameForm list={list} view={naming?.view} onClose={() => setNaming(null)} />
      </Modal>
    </div>
  );
};
