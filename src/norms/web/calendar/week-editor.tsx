import { useTexts } from '../../../ui/texts.ts';
import { weekdays } from '../../work-calendar.ts';
import type { CalendarDraft } from '../client.ts';
import { HoursEditor } from './hours-editor.tsx';
import css from '../norms.module.css';

type Week = Exclude<CalendarDraft['hours'], 'always'>;

/** Seven days, each with its hours; none is a day off. */
export const WeekEditor = (props: { week: Week; onChange: (week: Week) => void }) => {
  const t = useTexts('norms');
  return (
    <div className={css.week}>
      {weekdays.map((day) => (
        <div key={day} className={css.day} role="group" aria-label={t(`days.${day}`)}>
          <span className={css.dayName}>{t(`days.${day}`)}</span>
          <HoursEditor
            hours={props.week[day]}
            label={t(`days.${day}`)}
            onChange={(hours) => props.onChange({ ...props.week, [day]: hours })}
          />
        </div>
      ))}
    </div>
  );
};
