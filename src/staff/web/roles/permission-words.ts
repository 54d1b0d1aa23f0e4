import { hasText, useTexts } from '../../../ui/texts.ts';

const keyOf = (name: string): string => `permissions.${name}`;

/** `tickets.close` is worded by its domain, as `permissions.close` of its texts. */
export const usePermissionWords = (): ((permission: string) => string) => {
  const t = useTexts('staff');
  return (permission) => {
    const [domain = '', ...name] = permission.split('.');
    const key = `${domain}:${keyOf(name.join('_'))}`;
    return hasText(key) ? t(key) : permission;
  };
};

/** A domain's name over its permissions: `permissions.title` of its texts. */
export const useDomainWords = (): ((domain: string) => string) => {
  const t = useTexts('staff');
  return (domain) => {
    const key = `${domain}:${keyOf('title')}`;
    return hasText(key) ? t(key) : domain;
  };
};
