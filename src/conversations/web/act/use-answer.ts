import { useState } from 'react';
import { asProblem, problemText } from '../../../ui/problem-text.ts';
import { noErrors, placeErrors } from '../../../ui/form/errors.ts';
import type { FormState } from '../../../ui/form/use-form.ts';
import { type DraftHandle, type KeptFile, unfilledIn } from '../../../work/web/index.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { call, type Opened } from '../api.ts';
import { missedSince } from './missed.ts';
import { sendAnswer, useOutgoing } from './outbox.ts';
import { useAttach } from './use-attach.ts';
import { useDeskRefresh } from './use-desk-refresh.ts';

/**
 * Whoever writes fast sends before the screen knows that the first letter has taken it: what is
 * nobody's yet is taken, and what is one's own by now stays so.
 * @returns the version to write on
 */
async function takenVersion({ id, isMine, version }: Opened): Promise<number> {
  if (isMine) return version;
  const now = await call('GET /api/conversations/{id}', { id });
  if (now.owner !== null) return now.version;
  return (await call('POST /api/conversations/{id}/take', { id })).version;
}

/** Of files that another screen has chosen it is not known what was seen there. */
const missedBy = ({ text, seenId }: DraftHandle, now: Opened): Opened['messages'] =>
  text === '' && seenId === 0 ? [] : missedSince(now, seenId);

const isNothing = ({ text, files }: DraftHandle): boolean =>
  text.trim() === '' && files.kept.length + files.going.length === 0;

const foreignOf = ({ answersBy }: Opened): string | undefined =>
  answersBy?.isToConfirm ? answersBy.to : undefined;

const isSameWay = ({ answersBy: one }: Opened, { answersBy: other }: Opened): boolean =>
  one?.channel === other?.channel && one?.to === other?.to;

/**
 * Sends what was drafted. Where something was said meanwhile, or it would leave for a foreign
 * address, the first press shows it and the second sends all the same; what is refused stays in
 * the field.
 */
export const useAnswer = (conversation: Opened, draft: DraftHandle) => {
  const refresh = useDeskRefresh();
  const outgoing = useOutgoing(conversation.id);
  const [errors, setErrors] = useState(noErrors);
  const [isTold, setTold] = useState(false);
  const [isGathering, setGathering] = useState(false);
  const t = useTexts('conversations');
  const missed = missedBy(draft, conversation);
  const unfilled = unfilledIn(draft.text);
  const foreign = foreignOf(conversation);
  const isAsked = missed.length + unfilled.length > 0 || foreign !== undefined;
  const tell = (...others: string[]): void => setErrors({ byField: {}, others });
  const attach = useAttach(conversation, draft, tell);
  const send = async (files: readonly KeptFile[]): Promise<void> => {
    const { id } = conversation;
    const { text, writing } = draft;
    const answer = { id, text, writing, files, answersAt: foreign };
    try {
      await sendAnswer(answer, () => takenVersion(conversation));
    } catch (failure) {
      if (asProblem(failure)?.code !== 'conversations.changed_meanwhile') throw failure;
      const now = await call('GET /api/conversations/{id}', { id });
      void refresh();
      // What changed says nothing to the one who is answered: it is sent as it stands.
      const isHarmless = now.isMine && now.state !== 'closed' && isSameWay(conversation, now);
      if (isHarmless && (isTold || missedBy(draft, now).length === 0)) {
        await sendAnswer(answer, () => Promise.resolve(now.version));
      } else return setTold(true);
    }
    draft.finish();
    draft.files.finish(files.map((file) => file.id));
    setTold(false);
    void refresh();
  };

  const submit = async (): Promise<void> => {
    const { isMine, owner } = conversation;
    if (outgoing || isGathering || isNothing(draft) || (owner !== null && !isMine)) return;
    setErrors(noErrors);
    if (isAsked && !isTold) return setTold(true);
    try {
      setGathering(true);
      const { kept, isWhole } = await draft.files.settled();
      if (!isWhole) return tell(t('act.filesFailed'));
      await send(kept);
    } catch (failure) {
      setErrors(placeErrors(asProblem(failure), ['text'], problemText(failure)));
      void refresh();
    } finally {
      setGathering(false);
    }
  };

  const isBusy = outgoing !== undefined || isGathering;
  const form: FormState = { errors, isBusy, isDirty: false, submit };
  return {
    form,
    attach,
    isSending: isBusy,
    missed: isTold ? missed : [],
    /** Variables of a template that nobody has filled. */
    unfilled: isTold ? unfilled : [],
    /** Where a letter asks to be answered, though nobody knows its writer by that address. */
    foreign: isTold ? foreign : undefined,
    goOn: (): void => {
      draft.noteSeen();
      setTold(false);
    },
  };
};
