import { isIP } from 'node:net';

type Hosted = { hosts: readonly string[] };

/**
 * Whom a request means by its host's name. A single operator is meant by any. Of several, one
 * without hosts of its own is met at the machine's own addresses; under a name that nobody has,
 * there is nobody, or a visitor's words would come to another company.
 * @param ownNames further names of the machine, such as the host of its public address
 */
export function chooseOperator<O extends Hosted>(
  operators: readonly O[],
  hostname: string,
  ownNames: readonly string[],
): O | null {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  const [first] = operators;
  const named = operators.find(({ hosts }) => hosts.includes(host));
  if (named || operators.length === 1) return named ?? first ?? null;
  const isMachine =
    host === 'localhost' || isIP(host.replace(/^\[|\]$/g, '')) > 0 || ownNames.includes(host);
  return (isMachine && operators.find(({ hosts }) => hosts.length === 0)) || null;
}
