import { formatDay } from '../../../ui/format.ts';
import { Badge, type Tone } from '../../../ui/show/badge.tsx';
import { Clock } from '../../../ui/show/clock.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { caseStandings } from '../../cases/states.ts';
import type { Case } from '../client.ts';

const tones: Record<NonNullable<Case['outcome']>, Tone> = {
  stays: 'green',
  left: 'red',
  left_part: 'amber',
  mistake: 'gray',
  unreached: 'amber',
};

type Props = Pick<Case, 'state' | 'outcome' | 'leavesOn'>;

/** Whether it is open, their last day once they go, and what became of it. */
export const CaseMark = ({ state, outcome, leavesOn }: Props) => {
  const t = useTexts('retention');
  if (outcome !== null)
    return <Badge tone={tones[outcome]}>{t(`choices.outcome.${outcome}`)}</Badge>;
  if (leavesOn === null) return <Badge tone="blue">{t(`choices.state.${state}`)}</Badge>;
  return <Badge tone="red">{t('cases.leaves', { on: formatDay(leavesOn, 'dayMonth') })}</Badge>;
};

export type Standing = (typeof caseStandings)[number];

/** The same in one word, as a list has it; the last day stands in a column of its own. */
export const StandingMark = ({ standing }: { standing: Standing }) => {
  const t = useTexts('retention');
  const tone = standing === 'open' ? 'blue' : standing === 'leaving' ? 'red' : tones[standing];
  return <Badge tone={tone}>{t(`choices.standing.${standing}`)}</Badge>;
};

/** How to speak with them: an angry or a repeated wish is not talked over. */
const MoodMarks = ({ isAngry, isRepeated }: Pick<Case, 'isAngry' | 'isRepeated'>) => {
  const t = useTexts('retention');
  return (
    <>
      {isAngry ? <Badge tone="red">{t('fields.isAngry')}</Badge> : null}
      {isRepeated ? <Badge tone="amber">{t('fields.isRepeated')}</Badge> : null}
    </>
  );
};

/** All that is seen of a case before it is read: how it stands, by when to speak, and how. */
export const CaseMarks = ({ found }: { found: Case }) => (
  <>
    <CaseMark {...found} />
    {found.state === 'open' && found.spokenAt === null && found.leavesOn === null ? (
      <Clock dueAt={found.dueAt} />
    ) : null}
    <MoodMarks {...found} />
  </>
);
