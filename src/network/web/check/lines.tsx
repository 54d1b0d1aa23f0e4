import { formatDay } from '../../../ui/format.ts';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { Badge, type Tone } from '../../../ui/show/badge.tsx';
import { Box, CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Checked, CheckedLine } from '../client.ts';
import { useWords } from '../words.ts';
import css from './check.module.css';

const tones: Record<CheckedLine['state'], Tone> = {
  available: 'green',
  planned: 'amber',
  full: 'amber',
  stopped: 'red',
};

type Props = {
  checked: Checked;
  metres: number | undefined;
  onMetres: (metres: number | undefined) => void;
};

/** By what a house is connected, what each line bears, what is free and what it costs. */
export const Lines = ({ checked, metres, onMetres }: Props) => {
  const t = useTexts('network');
  const words = useWords();
  const { lines, isPrivateSector, wishes } = checked;
  const isByMetre = isPrivateSector || lines.some(({ terms }) => (terms?.metreMinor ?? 0) > 0);
  const portsOf = ({ freeNow, portsTotal }: CheckedLine): string => {
    if (freeNow === null) return '';
    return portsTotal === null
      ? t('check.free', { count: freeNow })
      : t('check.freeOf', { count: freeNow, total: portsTotal });
  };
  return (
    <Box>
      <CardSection title={t('check.lines')}>
        {lines.length === 0 ? <p className="dim">{t('check.noLines')}</p> : null}
        <ul className={css.lines}>
          {lines.map((line) => (
            <li key={line.technology}>
              <div>
                <b>{words.technology(line.technology)}</b>
                <span className="dim">
                  {[words.speed(line.speedKbps), portsOf(line), line.node ?? '']
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
              <div className={css.cost}>
                <span>{words.cost(line.cost)}</span>
              </div>
              <Badge tone={tones[line.state]}>
                {line.state === 'planned' && line.plannedOn
                  ? t('check.plannedOn', { day: formatDay(line.plannedOn) })
                  : t(`check.states.${line.state}`)}
              </Badge>
            </li>
          ))}
        </ul>
        {isByMetre ? (
          <NumberField
            className={css.metres ?? ''}
            label={t('check.metres')}
            description={t('check.metresText')}
            value={metres}
            onChange={onMetres}
          />
        ) : null}
        {wishes > 0 ? <p className="dim">{t('check.wishes', { count: wishes })}</p> : null}
      </CardSection>
    </Box>
  );
};
