import { Select } from '@mantine/core';
import { useOwners } from '../../../staff/web/index.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { priorities } from '../../api/states.ts';
import type { Ticket } from '../client.ts';
import { useCategories } from '../use-categories.ts';
import css from './open.module.css';
import { useChange } from './use-change.ts';

type Choice = { value: string; label: string };
type FieldKey = 'ownerStaffId' | 'teamId' | 'categoryId' | 'priority';

/** Fields that are changed where they are read. */
export const FieldSelects = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const { staff, teams } = useOwners();
  const categories = useCategories();
  const { change, isBusy } = useChange(ticket);
  const named = (choices: Choice[], now: Ticket['owner']): Choice[] =>
    now && !choices.some(({ value }) => value === String(now.id))
      ? [{ value: String(now.id), label: now.name }, ...choices]
      : choices;
  const field = (key: FieldKey, choices: Choice[], now: string | null, isId = true) => (
    <Select
      key={key}
      label={t(`fields.${key}`)}
      data={choices}
      value={now}
      searchable={choices.length > 8}
      placeholder={t('fields.unset')}
      clearable={key === 'ownerStaffId' || key === 'teamId'}
      allowDeselect={false}
      disabled={isBusy || !ticket.isWorkable}
      onChange={(next) => {
        const value = (text: string | null) => (isId && text !== null ? Number(text) : text);
        if (next !== now) change({ [key]: value(next) }, { [key]: value(now) });
      }}
    />
  );
  const idOf = (one: { id: number } | null): string | null => (one ? String(one.id) : null);
  return (
    <div className={css.pairs}>
      {field('ownerStaffId', named(staff, ticket.owner), idOf(ticket.owner))}
      {field('teamId', named(teams, ticket.team), idOf(ticket.team))}
      {field(
        'categoryId',
        named(
          categories.map(({ id, name }) => ({ value: String(id), label: name })),
          ticket.category,
        ),
        idOf(ticket.category),
      )}
      {field(
        'priority',
        priorities.map((value) => ({ value, label: t(`choices.priority.${value}`) })),
        ticket.priority,
        false,
      )}
    </div>
  );
};
