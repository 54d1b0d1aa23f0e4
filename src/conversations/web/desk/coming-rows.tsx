import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import css from './desk.module.css';

const coming = [180, 140, 200, 160, 190, 150, 170, 130];

/** The list's shape while it is read for the first time. */
export const ComingRows = () =>
  coming.map((widthPx) => (
    <div key={widthPx} className={css.coming}>
      <SkeletonLine widthPx={32} heightPx={32} />
      <SkeletonLine widthPx={widthPx} />
    </div>
  ));
