import { useId, useState } from 'react';
import { formatPercent } from '../../../ui/format.ts';
import figures from '../../../ui/show/figures.module.css';
import { useTexts } from '../../../ui/texts.ts';
import type { LostLine } from '../client.ts';
import { type Loss, MONTHS_A_YEAR, useLossWords } from './words.ts';
import css from './lost.module.css';

type Props = { line: LostLine; loss: Loss; currency: string };

/**
 * What would be kept if fewer contacts went wrong: the loss goes by how many do, all else being as
 * it was measured.
 */
export const WhatIf = ({ line: { wrong, contacts }, loss, currency }: Props) => {
  const t = useTexts('quality');
  const id = useId();
  const { money, within } = useLossWords(currency);
  const now = Math.max(1, Math.round((100 * wrong) / contacts));
  const [wanted, setWanted] = useState(Math.floor(now / 2));
  const part = 1 - wanted / now;
  const saved = { minor: loss.minor * part, low: loss.low * part, high: loss.high * part };
  return (
    <section className={figures.sheet} aria-label={t('lost.whatIf')}>
      <div className={figures.head}>
        <h2>
          <label htmlFor={id}>{t('lost.whatIf')}</label>
        </h2>
        <b>{formatPercent(wanted / 100)}</b>
      </div>
      <input
        id={id}
        type="range"
        className={css.slider}
        min={0}
        max={now}
        value={wanted}
        aria-valuetext={formatPercent(wanted / 100)}
        onChange={(event) => setWanted(Number(event.target.value))}
      />
      <output htmlFor={id} className={css.saved}>
        {t('lost.whatIfSaved', {
          saved: money(saved.minor),
          year: money(saved.minor * MONTHS_A_YEAR),
        })}
      </output>
      <p className={figures.rule}>{within(saved)}</p>
    </section>
  );
};
