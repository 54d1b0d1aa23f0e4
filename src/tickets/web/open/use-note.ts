import { useRef, useState } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { asProblem } from '../../../ui/problem-text.ts';
import { useRefresh } from '../../../ui/query.ts';
import { upload } from '../../../ui/upload.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { type Called, calledIn, type DraftHandle, unfilledIn } from '../../../work/web/index.tsx';
import { call, ticketPaths, type Ticket } from '../client.ts';
import { missedSince, newestOf } from './missed.ts';

export type NoteKind = 'note' | 'told';
type Way = {
  kind: NoteKind;
  /** It is told by a message, which leaves. */
  isSent: boolean;
  draft: DraftHandle;
};

/**
 * Saves what was drafted and then its files, of which each that has gone goes once. Where others
 * did something meanwhile, or a blank is left, the first press shows it and the second saves all
 * the same.
 */
export const useNote = (ticket: Ticket, { kind, isSent: isChosen, draft }: Way) => {
  const { id } = ticket;
  const viewer = useViewer();
  const refresh = useRefresh();
  const [files, setFiles] = useState<readonly File[]>([]);
  // Files stay with the ticket: what they lie beside is not sent.
  const isSent = isChosen && files.length === 0;
  const [called, setCalled] = useState<readonly Called[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [isTold, setTold] = useState(false);
  /** The note whose words are kept and whose files are still to go. */
  const noted = useRef<number | null>(null);
  const text = draft.text.trim();
  const missed = text === '' ? [] : missedSince(ticket, draft.seenId, viewer.id);
  const unfilled = kind === 'told' ? unfilledIn(text) : [];
  const write = async (): Promise<number> => {
    const { writing } = draft;
    const seenId = isTold ? newestOf(ticket) : draft.seenId;
    const mentions = calledIn(text, called);
    const input = { id, kind: isSent ? ('reply' as const) : kind, text, writing, mentions, seenId };
    return (await call('POST /api/tickets/{id}/notes', input)).noteId;
  };
  const send = async (): Promise<void> => {
    noted.current ??= await write();
    for (const [at, file] of files.entries()) {
      const noteId = noted.current;
      await upload('POST /api/tickets/{id}/notes/{noteId}/files', file, { id, noteId });
      setFiles(files.slice(at + 1));
    }
    noted.current = null;
    draft.finish();
    setCalled([]);
    setTold(false);
  };
  const save = async (): Promise<void> => {
    if (text === '' || isBusy) return;
    if (missed.length + unfilled.length > 0 && !isTold) return setTold(true);
    setBusy(true);
    try {
      await send();
    } catch (failure) {
      if (asProblem(failure)?.code === 'tickets.changed_meanwhile') setTold(true);
      else notifyProblem(failure);
    }
    await refresh(...ticketPaths);
    setBusy(false);
  };
  return {
    isSent,
    files,
    setFiles,
    isBusy,
    save: () => void save(),
    call: (person: Called) => setCalled((before) => [...before, person]),
    missed: isTold ? missed : [],
    unfilled: isTold ? unfilled : [],
    goOn: (): void => {
      draft.noteSeen();
      setTold(false);
    },
  };
};
