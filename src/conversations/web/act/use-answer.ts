import { useState } from 'react';
import { asProblem, problemText } from '../../../ui/problem-text.ts';
import { noErrors, placeErrors } from '../../../ui/form/errors.ts';
import type { FormState } from '../../../ui/form/use-form.ts';
import { type DraftHandle, unfilledIn } from '../../../work/web/index.tsx';
import { call, type Opened } from '../api.ts';
import { missedSince } from './missed.ts';
import { sendAnswer, useOutgoing } from './outbox.ts';
import { useDeskRefresh } from './use-desk-refresh.ts';

/**
 * Whoever writes fast sends before the screen knows that the first letter has taken it: what is
 * nobody's yet is taken, and what is one's own by now stays so.
 * @returns the version to write on
 */
async function taken(id: number): Promise<number> {
  const now = await call('GET /api/conversations/{id}', { id });
  if (now.owner !== null) return now.version;
  return (await call('POST /api/conversations/{id}/take', { id })).version;
}

/**
 * Sends what was drafted. Where something was said meanwhile, the first press shows it and the
 * second sends all the same; what is refused stays in the field.
 */
export const useAnswer = (conversation: Opened, draft: DraftHandle) => {
  const refresh = useDeskRefresh();
  const outgoing = useOutgoing(conversation.id);
  const [errors, setErrors] = useState(noErrors);
  const [isTold, setTold] = useState(false);
  const missed = draft.text === '' ? [] : missedSince(conversation, draft.seenId);

  const unfilled = unfilledIn(draft.text);

  const send = async (version: number): Promise<void> => {
    const { id } = conversation;
    const { text, writing } = draft;
    try {
      await sendAnswer({ id, version, text, writing });
    } catch (failure) {
      if (asProblem(failure)?.code !== 'conversations.changed_meanwhile') throw failure;
      const now = await call('GET /api/conversations/{id}', { id });
      void refresh();
      // What changed says nothing to the one who is answered: it is sent as it stands.
      const isHarmless = now.isMine && now.state !== 'closed';
      if (isHarmless && (isTold || missedSince(now, draft.seenId).length === 0)) {
        await sendAnswer({ id, version: now.version, text, writing });
      } else return setTold(true);
    }
    draft.finish();
    setTold(false);
    void refresh();
  };

  const submit = async (): Promise<void> => {
    const { isMine, owner } = conversation;
    if (outgoing || draft.text.trim() === '' || (owner !== null && !isMine)) return;
    setErrors(noErrors);
    if (missed.length + unfilled.length > 0 && !isTold) return setTold(true);
    try {
      await send(isMine ? conversation.version : await taken(conversation.id));
    } catch (failure) {
      setErrors(placeErrors(asProblem(failure), ['text'], problemText(failure)));
      void refresh();
    }
  };

  const form: FormState = { errors, isBusy: outgoing !== undefined, isDirty: false, submit };
  return {
    form,
    isSending: outgoing !== undefined,
    missed: isTold ? missed : [],
    /** Variables of a template that nobody has filled. */
    unfilled: isTold ? unfilled : [],
    goOn: (): void => {
      draft.noteSeen();
      setTold(false);
    },
  };
};
