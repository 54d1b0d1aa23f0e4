/** Whether an incident `i` has cut off the houses where it is: what is only slow has not. */
export const isOutage = `i.kind = 'outage'`;
