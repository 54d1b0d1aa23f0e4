import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Opened } from '../api.ts';
import { isCutOff } from '../cut-off.ts';
import { CallButton } from './call-button.tsx';
import { NotConnected } from './not-connected.tsx';
import { TakeLine } from './take-bar.tsx';
import css from './act.module.css';

const ways = ['reply', 'outcome', 'note', 'followUp'] as const;
export type Way = (typeof ways)[number];

/** What one begins with: an answer, or a note where none can leave, or the outcome of a call. */
export const usualWay = (conversation: Opened): Way => {
  if (conversation.canReply) return 'reply';
  return isCutOff(conversation) ? 'note' : 'outcome';
};

type Props = {
  conversation: Opened;
  way: Way;
  /** The first letter typed is taking it. */
  isTaking: boolean;
  onChoose: (way: Way) => void;
  onCall: () => void;
};

/** The call, and what is written down: an answer, an outcome, a note or a reminder. */
export const WaysLine = ({ conversation, way, isTaking, onChoose, onCall }: Props) => {
  const t = useTexts('conversations');
  const wordsOf = (value: Way): string =>
    t(value === 'outcome' && isCutOff(conversation) ? 'act.outcomeOfCall' : `act.${value}`);
  if (conversation.owner === null) return <TakeLine id={conversation.id} isTaking={isTaking} />;
  return (
    <>
      <NotConnected conversation={conversation} />
      <div className={css.top}>
        <CallButton conversation={conversation} onCall={onCall} />
        <Segmented
          label={t('act.ways')}
          value={way}
          options={ways
            .filter((value) => conversation.canReply || value !== 'reply')
            .map((value) => ({ value, label: wordsOf(value) }))}
          onChange={onChoose}
        />
      </div>
    </>
  );
};
