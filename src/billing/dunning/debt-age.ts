import { debtAges } from '../api/debtors.ts';

const olderThan = debtAges.slice(0, -1).map((most) => `when f.days <= ${most} then '${most}'`);

/** Which of `debtAges` a debt `f` is of. */
export const debtAge = `case ${olderThan.join(' ')} else '${debtAges.at(-1)}' end`;
