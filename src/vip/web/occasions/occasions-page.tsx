import { Page } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../vip.module.css';
import { FeedMenu } from './feed-menu.tsx';
import { MonthPart } from './month-part.tsx';
import { OccasionFigures } from './occasion-figures.tsx';

/** Days of clients as a month's calendar, and how they divide over the year. */
export const Component = () => {
  const t = useTexts('vip');
  return (
    <Page
      title={t('occasions.title')}
      subtitle={t('occasions.subtitle')}
      backTo="/vip"
      layout="padded"
      actions={<FeedMenu />}
    >
      <div className={css.page}>
        <MonthPart />
        <OccasionFigures />
      </div>
    </Page>
  );
};
