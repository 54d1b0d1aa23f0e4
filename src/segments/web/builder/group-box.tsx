import { ActionIcon, Button, Select } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Draft, draftOfTest, emptyGroup, fieldOf, type Group } from './draft.ts';
import { fieldsByGroup } from './fields-by-group.ts';
import { NotToggle } from './not-toggle.tsx';
import { startOf, TestRow } from './test-row.tsx';
import type { Askable } from './use-fields.ts';
import css from './builder.module.css';

type Props = {
  list: Askable;
  group: Group;
  onChange: (group: Group) => void;
  /** None at the root, which is never denied or taken away. */
  onRemove?: () => void;
  depth?: number;
};

/** As deep as conditions may be nested, less the root and the question. */
const MOST_DEPTH = 3;

/** Questions that all must hold, or any of them; groups may stand in it. */
export const GroupBox = ({ list, group, onChange, onRemove, depth = 0 }: Props) => {
  const t = useTexts('segments');
  const { join, parts } = group;
  const put = (at: number, part: Draft): void =>
    onChange({ ...group, parts: parts.with(at, part) });
  const drop = (at: number): void => onChange({ ...group, parts: parts.toSpliced(at, 1) });
  return (
    <div className={depth === 0 ? css.root : css.group}>
      <div className={css.groupHead}>
        {onRemove ? (
          <NotToggle isNot={group.isNot} onNot={(isNot) => onChange({ ...group, isNot })} />
        ) : null}
        <Segmented
          label={t('builder.join')}
          value={join}
          options={[
            { value: 'all', label: t('builder.all') },
            { value: 'any', label: t('builder.any') },
          ]}
          onChange={(next) => onChange({ ...group, join: next })}
        />
        {onRemove ? (
          <ActionIcon
            className={css.remove}
            aria-label={t('builder.removeGroup')}
            onClick={onRemove}
          >
            <X size={14} />
          </ActionIcon>
        ) : null}
      </div>
      {parts.map((part, at) =>
        part.kind === 'group' ? (
          <GroupBox
            key={part.key}
            list={list}
            group={part}
            depth={depth + 1}
            onChange={(next) => put(at, next)}
            onRemove={() => drop(at)}
          />
        ) : (
          <TestRow
            key={part.key}
            list={list}
            line={part.line}
            isNot={part.isNot}
            onChange={(line) => put(at, { ...part, line })}
            onNot={(isNot) => put(at, { ...part, isNot })}
            onRemove={() => drop(at)}
          />
        ),
      )}
      <AddRow list={list} group={group} onChange={onChange} isDeep={depth >= MOST_DEPTH} />
    </div>
  );
};

type AddProps = Pick<Props, 'list' | 'group' | 'onChange'> & { isDeep: boolean };

/** Picking a field begins a question; a group begins empty. */
const AddRow = ({ list, group, onChange, isDeep }: AddProps) => {
  const t = useTexts('segments');
  const add = (part: Draft): void => onChange({ ...group, parts: [...group.parts, part] });
  return (
    <div className={css.add}>
      <Select
        key={group.parts.length}
        className={css.field}
        aria-label={t('builder.add')}
        placeholder={t('builder.add')}
        searchable
        data={fieldsByGroup(list.fields)}
        onChange={(key) => {
          const field = key === null ? undefined : fieldOf(list.fields, key);
          if (field) add(draftOfTest(startOf(field)));
        }}
      />
      {isDeep ? null : (
        <Button
          variant="subtle"
          leftSection={<Plus size={14} />}
          onClick={() => add(emptyGroup(group.join === 'all' ? 'any' : 'all'))}
        >
          {t('builder.addGroup')}
        </Button>
      )}
    </div>
  );
};
