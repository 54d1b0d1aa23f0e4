import { formatInstant } from '../../ui/format.ts';
import { Badge } from '../../ui/show/badge.tsx';
import { CardSection, Facts } from '../../ui/show/facts.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { FormHealth } from './client.ts';
import { SetAsideLink } from './set-aside-link.tsx';
import { TallyLine } from './tally-line.tsx';
import css from './channels.module.css';

/** The form on the operator's site, which is always there. */
export const FormSection = ({ form }: { form: FormHealth }) => {
  const t = useTexts('channels');
  const { lastInAt, waitingIn, setAside, undecided, today } = form;
  return (
    <CardSection title={t('channels.form')}>
      <div className={`${css.title} ${css.health}`}>
        <Badge tone="green">{t('channels.on')}</Badge>
        <span className="cut">{t('channels.formPlace')}</span>
      </div>
      <Facts
        facts={[
          {
            label: t('channels.lastIn'),
            value: lastInAt ? formatInstant(lastInAt) : t('channels.never'),
          },
        ]}
      />
      <TallyLine tally={today} />
      {waitingIn === 0 ? null : (
        <p className={css.lying}>{t('channels.waitingIn', { count: waitingIn })}</p>
      )}
      <SetAsideLink by="form" count={setAside} undecided={undecided} />
    </CardSection>
  );
};
