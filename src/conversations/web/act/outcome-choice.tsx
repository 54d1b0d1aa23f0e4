import { useShortcut } from '../../../ui/shortcut.ts';
import { KeyHint } from '../../../ui/show/key-hint.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { incomingOutcomes, type Outcome, outcomes } from '../../api/outcomes.ts';
import css from './act.module.css';

type Props = {
  value: Outcome | null;
  /** They called us: nobody has to be reached any more. */
  isIncoming: boolean;
  onChoose: (outcome: Outcome) => void;
};

const Choice = (props: { label: string; keys: string; isOn: boolean; onChoose: () => void }) => {
  const { label } = props;
  useShortcut(props.keys, props.onChoose, { label });
  return (
    <button
      type="button"
      className={css.choice}
      aria-pressed={props.isOn}
      aria-keyshortcuts={props.keys}
      onClick={props.onChoose}
    >
      {label} <KeyHint keys={props.keys} />
    </button>
  );
};

export const OutcomeChoice = ({ value, isIncoming, onChoose }: Props) => {
  const t = useTexts('conversations');
  return (
    <div className={css.choices} role="group" aria-label={t('act.outcome')}>
      {(isIncoming ? incomingOutcomes : outcomes).map((outcome, at) => (
        <Choice
          key={outcome}
          label={isIncoming ? t(`incomingOutcomes.${outcome}`) : t(`outcomes.${outcome}`)}
          keys={`Digit${at + 1}`}
          isOn={outcome === value}
          onChoose={() => onChoose(outcome)}
        />
      ))}
    </div>
  );
};
