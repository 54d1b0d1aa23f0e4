import { Button, TextInput } from '@mantine/core';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../loyalty.module.css';

/** A level while it is edited; a new one has no id yet. */
export type Level = {
  key: number;
  id: number | null;
  name: string;
  fromPoints: number | undefined;
  extraPercent: number | undefined;
};
type Props = { level: Level; put: (change: Partial<Level>) => void; remove: () => void };

export const LevelRow = ({ level, put, remove }: Props) => {
  const t = useTexts('loyalty');
  return (
    <div className={css.level}>
      <TextInput
        label={t('programme.levelName')}
        value={level.name}
        onChange={(event) => put({ name: event.target.value })}
      />
      <NumberField
        label={t('programme.fromPoints')}
        value={level.fromPoints}
        onChange={(fromPoints) => put({ fromPoints })}
      />
      <NumberField
        label={t('programme.extraPercent')}
        value={level.extraPercent}
        onChange={(extraPercent) => put({ extraPercent })}
      />
      <Button variant="subtle" onClick={remove}>
        {t('programme.remove')}
      </Button>
    </div>
  );
};
