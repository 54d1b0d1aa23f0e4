import { Button } from '@mantine/core';
import { useState } from 'react';
import { Badge } from '../../../ui/show/badge.tsx';
import figures from '../../../ui/show/figures.module.css';
import { useTexts } from '../../../ui/texts.ts';
import { playbookOutcomes } from '../../kinds.ts';
import type { Playbook } from '../client.ts';
import css from '../vip.module.css';
import { PlaybookVersions } from './playbook-versions.tsx';

/** One scenario: its steps with where each answer leads, and its statistics. */
export const PlaybookSheet = (props: { playbook: Playbook; onChange?: () => void }) => {
  const { playbook, onChange } = props;
  const t = useTexts('vip');
  const [isWhole, setWhole] = useState(false);
  const { name, situation, startsOn, version, steps, open, outcomes } = playbook;
  const came = playbookOutcomes
    .filter((outcome) => (outcomes[outcome] ?? 0) > 0)
    .map((outcome) => `${t(`playbookOutcomes.${outcome}`)}: ${outcomes[outcome] ?? 0}`);
  return (
    <section className={figures.sheet} aria-label={name}>
      <div className={figures.head}>
        <h2>{name}</h2>
        <div className={css.line}>
          {playbook.isArchived ? <Badge>{t('playbooks.archived')}</Badge> : null}
          <Button size="xs" variant="subtle" onClick={() => setWhole(!isWhole)}>
            {t('playbooks.versions')}
          </Button>
          {onChange ? (
            <Button size="xs" onClick={onChange}>
              {t('playbooks.change')}
            </Button>
          ) : null}
        </div>
      </div>
      <p className={figures.rule}>
        {[
          situation,
          t('playbooks.starts', { when: t(`playbookStarts.${startsOn}`) }),
          t('playbooks.version', { version }),
          t('playbooks.open', { count: open }),
          ...came,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ol className={css.steps} aria-label={t('playbooks.steps')}>
        {steps.map((step) => (
          <li key={step.title}>
            <div className={css.line}>
              <b>{step.title}</b>
              {step.isEmpathy ? <Badge tone="violet">{t('playbooks.empathy')}</Badge> : null}
              <span className="dim">
                {t(`stepOwners.${step.owner}`)} · {t('playbooks.days', { count: step.days })}
              </span>
            </div>
            {step.words === '' ? null : <p>{step.words}</p>}
            <p className="dim">
              {step.answers
                .map(({ label, next, outcome }) =>
                  next === null
                    ? `${label} → ${outcome === null ? '' : t(`playbookOutcomes.${outcome}`)}`
                    : `${label} → ${next + 1}`,
                )
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
      {isWhole ? <PlaybookVersions id={playbook.id} /> : null}
    </section>
  );
};
