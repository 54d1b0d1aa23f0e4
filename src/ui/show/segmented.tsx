import css from './segmented.module.css';

type Props<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
};

/** A choice of a few, all of them in sight: parts of a list, light or dark, yes or no. */
export const Segmented = <Value extends string>(props: Props<Value>) => (
  <div className={css.group} role="group" aria-label={props.label}>
    {props.options.map(({ value, label }) => (
      <button
        key={value}
        type="button"
        className={css.one}
        aria-pressed={value === props.value}
        onClick={() => props.onChange(value)}
      >
        {label}
      </button>
    ))}
  </div>
);
