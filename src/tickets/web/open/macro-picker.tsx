import { Modal, TextInput } from '@mantine/core';
import { Zap } from 'lucide-react';
import { useState } from 'react';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { ticketPaths, useRead, useWrite, type Change, type Macro, type Ticket } from '../client.ts';
import { MacroWords } from '../macro-words.tsx';
import css from './open.module.css';

const staleMs = 60_000;

/** What the ticket was in whatever the macro sets. */
const formerOf = (ticket: Ticket, { fields }: Macro): Change => {
  const { state, waitsUntil, priority, category, owner, team, attributes } = ticket;
  const own = Object.keys(fields.attributes ?? {});
  return {
    state,
    waitsUntil,
    priority,
    categoryId: category.id,
    ownerStaffId: owner?.id ?? null,
    teamId: team?.id ?? null,
    attributes: Object.fromEntries(own.map((key) => [key, attributes[key] ?? null])),
  };
};

/** What takes off the labels that the macro has brought, and puts back those that it took. */
const labelsBack = ({ labels }: Ticket, { fields }: Macro) => {
  const wasOn = (id: number): boolean => labels.some((one) => one.id === id);
  return {
    add: fields.removeLabels?.filter(wasOn) ?? [],
    remove: fields.addLabels?.filter((id) => !wasOn(id)) ?? [],
  };
};

/** Puts a macro on the ticket: M, some letters of its name, Enter. */
export const MacroPicker = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const { data } = useRead('GET /api/ticket-macros', {}, { staleMs });
  const apply = useWrite('POST /api/tickets/{id}/macros/{macroId}', ticketPaths);
  const back = useWrite('PATCH /api/tickets/{id}', ticketPaths);
  const label = useWrite('PUT /api/tickets/{id}/labels', ticketPaths);
  const usable = data?.macros.filter(({ isArchived }) => !isArchived) ?? [];
  if (usable.length === 0) return null;
  const wanted = typed.trim().toLocaleLowerCase();
  const meant = usable.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  const put = async (macro: Macro): Promise<void> => {
    setOpen(false);
    setTyped('');
    const { id, version } = ticket;
    const after = await apply.mutateAsync({ id, macroId: macro.id, version });
    const former = formerOf(ticket, macro);
    undoToast({
      text: t('macros.done', { name: macro.name }),
      undo: async () => {
        await back.mutateAsync({ id, version: after.version, ...former });
        await label.mutateAsync({ id, ...labelsBack(ticket, macro) });
      },
    });
  };
  return (
    <>
      <Action
        keys="KeyM"
        leftSection={<Zap size={14} />}
        loading={apply.isPending}
        onClick={() => setOpen(true)}
      >
        {t('macros.short')}
      </Action>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t('macros.choose')} size={460}>
        <TextInput
          data-autofocus
          aria-label={t('macros.find')}
          placeholder={t('macros.find')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            const [first] = meant;
            if (event.key === 'Enter' && first) void put(first).catch(notifyProblem);
          }}
        />
        <ul className={css.macros}>
          {meant.map((macro) => (
            <li key={macro.id}>
              <button
                type="button"
                className={css.macro}
                onClick={() => void put(macro).catch(notifyProblem)}
              >
                <b>{macro.name}</b>
                <MacroWords macro={macro} />
              </button>
            </li>
          ))}
        </ul>
      </Modal>
    </>
  );
};
