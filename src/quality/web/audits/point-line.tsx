import { useState } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Finding, findings } from '../../kinds.ts';
import { type Audit, useWrite } from '../client.ts';
import css from '../quality.module.css';
import { PointDeeds } from './point-deeds.tsx';
import { PointProof } from './point-proof.tsx';

export type Point = Audit['sections'][number]['points'][number];
type Props = { point: Point; audit: Audit };

const tones = { met: 'green', partly: 'amber', unmet: 'red', na: 'gray' } as const;

/** One point: what was found now and the time before, by what it is known, what is to be done. */
export const PointLine = ({ point, audit }: Props) => {
  const t = useTexts('quality');
  const found = audit.findings.find((one) => one.point === point.key);
  const before = audit.previous?.findings.find((one) => one.point === point.key);
  const write = useWrite('PUT /api/quality-audits/{id}/findings/{point}', [
    '/api/quality-audits/{id}',
  ]);
  const [given, setGiven] = useState<Finding>();
  const answer = given ?? found?.answer;
  const give = (next: Finding): void => {
    setGiven(next);
    write.mutate(
      { id: audit.id, point: point.key, answer: next, words: found?.words ?? '' },
      {
        onError: (failure) => {
          notifyProblem(failure);
          setGiven(undefined);
        },
      },
    );
  };
  return (
    <div className={css.answer}>
      <span className={css.asked}>
        {point.title}
        {point.hint === '' ? null : <span className="dim"> — {point.hint}</span>}
      </span>
      <div className={css.line}>
        {audit.finishedAt ? (
          <Badge tone={answer ? tones[answer] : 'gray'}>
            {answer ? t(`findings.${answer}`) : '—'}
          </Badge>
        ) : (
          <Segmented<Finding | ''>
            label={point.title}
            value={answer ?? ''}
            options={findings.map((value) => ({ value, label: t(`findings.${value}`) }))}
            onChange={(value) => (value === '' ? undefined : give(value))}
          />
        )}
        {before ? (
          <span className="dim">
            {t('audits.was', { answer: t(`findings.${before.answer}`) })}
            {before.words === '' ? null : `: ${before.words}`}
          </span>
        ) : null}
      </div>
      <PointProof point={point} audit={audit} />
      <PointDeeds point={point} audit={audit} answer={answer} />
    </div>
  );
};
