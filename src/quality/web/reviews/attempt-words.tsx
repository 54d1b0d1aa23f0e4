import { useTexts } from '../../../ui/texts.ts';
import type { Said } from '../client.ts';
import css from '../quality.module.css';

type Props = { attempt: Said['attempts'][number]; isIncoming?: boolean };

/** Who called, what came of it, and what was written down of it. */
export const AttemptWords = ({ attempt, isIncoming = false }: Props) => {
  const desk = useTexts('conversations');
  const { staff, outcome, note } = attempt;
  const words = isIncoming ? desk(`incomingOutcomes.${outcome}`) : desk(`outcomes.${outcome}`);
  return (
    <>
      <p className="dim">
        {staff.name}
        {outcome === null ? null : <> · {words}</>}
      </p>
      {note === '' ? null : <p className={css.words}>{note}</p>}
    </>
  );
};
