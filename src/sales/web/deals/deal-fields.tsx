import { FormRow } from '../../../ui/form/form.tsx';
import { type DealForm, type DealKey, useDealInputs } from './deal-inputs.tsx';

/** Rows of a whole form: who, where, what, whose, how much, what next. */
const rows: readonly (readonly DealKey[])[] = [
  ['name'],
  ['phone', 'email'],
  ['address', 'flat'],
  ['wanted'],
  ['monthlyMinor', 'onceMinor'],
  ['sourceId', 'campaign'],
  ['ownerStaffId', 'teamId'],
  ['expectedOn', 'nextStep'],
  ['nextAt'],
];

/** All fields of a deal. */
export const DealFields = ({ form }: { form: DealForm }) => {
  const inputs = useDealInputs(form);
  return rows.map((keys) => {
    const [first, second] = keys;
    if (!first) return null;
    if (!second) return <div key={first}>{inputs[first]()}</div>;
    return (
      <FormRow key={first}>
        {inputs[first]()}
        {inputs[second]()}
      </FormRow>
    );
  });
};
