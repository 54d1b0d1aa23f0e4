import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../api.ts';
import { NewRule } from './new-rule.tsx';
import { RuleRow } from './rule-row.tsx';
import css from './settings.module.css';

/** Which requests ask for which skill. */
export const SkillRules = () => {
  const t = useTexts('conversations');
  const { data } = useRead('GET /api/skill-rules');
  const [isAdding, setAdding] = useState(false);
  const rules = data?.rules ?? [];
  return (
    <CardSection
      title={t('skillRules.title')}
      actions={
        <Button
          size="xs"
          variant="default"
          leftSection={<Plus size={14} />}
          onClick={() => setAdding(true)}
        >
          {t('skillRules.add')}
        </Button>
      }
    >
      <p className={css.hint}>{t(rules.length === 0 ? 'skillRules.empty' : 'skillRules.hint')}</p>
      <ul className={css.list}>
        {rules.map((rule) => (
          <RuleRow key={rule.id} rule={rule} />
        ))}
      </ul>
      {isAdding ? <NewRule onClose={() => setAdding(false)} /> : null}
    </CardSection>
  );
};
