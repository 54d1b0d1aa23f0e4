import { useState } from 'react';
import { formatInstant } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useShortcut } from '../../../ui/shortcut.ts';
import { useTexts } from '../../../ui/texts.ts';
import { ticketStates, type TicketState } from '../../api/states.ts';
import type { Ticket } from '../client.ts';
import { StateMark } from '../marks.tsx';
import { useChange } from './use-change.ts';
import { WaitDialog } from './wait-dialog.tsx';

/** Whose turn it is, changed by a click or by the keys 1 to 4. */
export const Turn = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const [isAsking, setAsking] = useState(false);
  const { change } = useChange(ticket);
  const { state, waitsUntil } = ticket;
  const turn = (next: TicketState): void => {
    if (next === 'waiting') setAsking(true);
    else if (next !== state) change({ state: next }, { state, waitsUntil });
  };
  const isEnabled = ticket.isWorkable;
  useShortcut('Digit1', () => turn('ours'), { label: t('choices.state.ours'), isEnabled });
  useShortcut('Digit2', () => turn('theirs'), { label: t('choices.state.theirs'), isEnabled });
  useShortcut('Digit3', () => turn('waiting'), { label: t('choices.state.waiting'), isEnabled });
  useShortcut('Digit4', () => turn('done'), { label: t('choices.state.done'), isEnabled });
  return (
    <>
      {ticket.isWorkable ? (
        <Segmented
          label={t('fields.state')}
          value={state}
          options={ticketStates.map((value) => ({ value, label: t(`choices.state.${value}`) }))}
          onChange={turn}
        />
      ) : (
        <StateMark state={state} />
      )}
      {waitsUntil === null ? null : (
        <Badge tone="amber">{t('open.waitsUntil', { at: formatInstant(waitsUntil) })}</Badge>
      )}
      {isAsking ? (
        <WaitDialog
          onClose={() => setAsking(false)}
          onPick={(until) => change({ state: 'waiting', waitsUntil: until }, { state, waitsUntil })}
        />
      ) : null}
    </>
  );
};
