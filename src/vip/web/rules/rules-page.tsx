import { useSearchParams } from 'react-router';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../vip.module.css';
import { GiftPart } from './gift-part.tsx';
import { GreetingPart } from './greeting-part.tsx';
import { PersonalManagerList } from './personal-manager-list.tsx';
import { RulesPart } from './rules-part.tsx';
import { TermsLimitsForm } from './terms-limits.tsx';

const parts = ['who', 'people', 'greetings', 'gifts', 'terms'] as const;
type Part = (typeof parts)[number];

const pieces: Record<Part, () => React.ReactNode> = {
  who: () => <RulesPart />,
  people: () => <PersonalManagerList />,
  greetings: () => <GreetingPart />,
  gifts: () => <GiftPart />,
  terms: () => <TermsLimitsForm />,
};

/** By what rules somebody is of the programme, who leads, and within which limits they act. */
export const Component = () => {
  const t = useTexts('vip');
  const [params, setParams] = useSearchParams();
  const part = parts.find((one) => one === params.get('part')) ?? 'who';
  return (
    <SettingsPage title={t('rules.title')} subtitle={t('rules.subtitle')} layout="padded">
      <div className={css.page}>
        <div>
          <Segmented
            label={t('rules.title')}
            value={part}
            options={parts.map((value) => ({ value, label: t(`rules.parts.${value}`) }))}
            onChange={(value) => setParams({ part: value })}
          />
        </div>
        {pieces[part]()}
      </div>
    </SettingsPage>
  );
};
