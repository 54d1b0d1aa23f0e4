import { useTexts } from '../../../ui/texts.ts';
import { conditionOf, type Draft, draftOf, type Group, unsaid } from './draft.ts';
import { GroupBox } from './group-box.tsx';
import { SampleTable } from './sample-table.tsx';
import { SentenceBox } from './sentence-box.tsx';
import type { Askable } from './use-fields.ts';
import type { Live } from './use-live-count.ts';
import { useSentence } from './use-wording.ts';
import css from './builder.module.css';

type Props = {
  list: Askable;
  draft: Group;
  live: Live;
  onChange: (draft: Group) => void;
  onWrong: (isWrong: boolean) => void;
};

/** Who is meant: the sentence, the groups that it says, and some of those whom they find. */
export const WhoBox = ({ list, draft, live, onChange, onWrong }: Props) => {
  const sentence = useSentence(conditionOf(draft));
  return (
    <div className={css.who}>
      <SentenceBox
        sentence={sentence}
        onRead={(read) => onChange(draftOf(read, list.fields))}
        onWrong={onWrong}
      />
      <GroupBox list={list} group={draft} onChange={onChange} />
      <Unsaid draft={draft} />
      <SampleTable list={list} rows={live.rows} />
    </div>
  );
};

const Unsaid = ({ draft }: { draft: Draft }) => {
  const t = useTexts('segments');
  const count = unsaid(draft);
  return count === 0 ? null : <p className={css.wrong}>{t('builder.unsaid', { count })}</p>;
};
