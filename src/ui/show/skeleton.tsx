import css from './skeleton.module.css';

/** A grey line where a text will stand; the page keeps its shape while it loads. */
export const SkeletonLine = (props: { widthPx?: number; heightPx?: number }) => (
  <span
    className={css.line}
    aria-hidden="true"
    style={{ width: props.widthPx ?? 120, height: props.heightPx ?? 12 }}
  />
);
