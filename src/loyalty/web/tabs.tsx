import { NavLink } from 'react-router';
import { useTexts } from '../../ui/texts.ts';
import { useMay } from '../../ui/viewer.tsx';
import css from './loyalty.module.css';

const tabs = [
  { key: 'rules', path: '/loyalty', permission: 'loyalty.manage' },
  { key: 'rewards', path: '/loyalty/rewards', permission: 'loyalty.manage' },
  { key: 'fairness', path: '/loyalty/fairness', permission: 'loyalty.check' },
  { key: 'effect', path: '/loyalty/effect', permission: 'loyalty.figures' },
  { key: 'held', path: '/loyalty/held', permission: 'loyalty.check' },
] as const;

/** The pages of the programme, side by side. */
export const LoyaltyTabs = () => {
  const t = useTexts('loyalty');
  const may = useMay();
  return (
    <nav className={css.tabs} aria-label={t('title')}>
      {tabs
        .filter(({ permission }) => may(permission))
        .map(({ key, path }) => (
          <NavLink key={key} to={path} end className={css.tab ?? ''}>
            {t(`tabs.${key}`)}
          </NavLink>
        ))}
    </nav>
  );
};
