/**
 * The last day of whoever leaves by an accepted application, as SQL of a case `c`; nothing of what
 * is closed. case_exits_pkey (case_id)
 */
export const leavesOn =
  "(select x.ends_on from case_exits x where x.case_id = c.id and c.state = 'open')";
