type Named = {
  displayName?: string | undefined;
  lastName?: string | null | undefined;
  firstName?: string | null | undefined;
  middleName?: string | null | undefined;
};

/**
 * What a subscriber is called: the name given as a whole, else last, first and middle name in this
 * order. Empty where there is neither.
 */
export function nameOf({ displayName, lastName, firstName, middleName }: Named): string {
  if (displayName) return displayName;
  return [lastName, firstName, middleName].filter(Boolean).join(' ');
}

/**
 * The name after a change: a name that was made of the parts follows them, one that was written
 * as a whole stays until it is written anew.
 */
export function nameAfter(before: Named, change: Named): string {
  if (change.displayName !== undefined) return change.displayName || nameOf(given(before, change));
  const wasMade = before.displayName === nameOf({ ...before, displayName: '' });
  return wasMade ? nameOf(given(before, change)) : (before.displayName ?? '');
}

function given(before: Named, change: Named): Named {
  const pick = <T>(next: T | undefined, old: T): T => (next === undefined ? old : next);
  return {
    lastName: pick(change.lastName, before.lastName),
    firstName: pick(change.firstName, before.firstName),
    middleName: pick(change.middleName, before.middleName),
  };
}
