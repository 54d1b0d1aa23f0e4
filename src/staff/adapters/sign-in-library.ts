import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Kysely } from 'kysely';

const DAY_SECONDS = 86_400;
/** A session not used for this long ends; using it once a day is enough to keep it. */
const SESSION_DAYS = 14;

const longestPassword = 200;

export type SignInLibrary = ReturnType<typeof openSignInLibrary>;

/**
 * The sign-in library over one operator's tables: passwords, sessions, second factor. Limits on
 * attempts, the check of where a request comes from and all words are ours, so its own are off.
 * @param options.db without the plugin that renames columns: the library is told our names
 * @param options.mayBegin asked before a session begins, when the password was right already
 */
export function openSignInLibrary(options: {
  db: Kysely<never>;
  secret: string;
  isHttps: boolean;
  issuer: string;
  mayBegin: (authUserId: number) => Promise<boolean>;
}) {
  return betterAuth({
    appName: options.issuer,
    // Only makes absolute addresses for mails, of which the library sends none.
    baseURL: options.isHttps ? 'https://localhost' : 'http://localhost',
    secret: options.secret,
    database: { db: options.db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'bereg',
      useSecureCookies: options.isHttps,
      disableCSRFCheck: true,
      disableOriginCheck: true,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: 'serial' },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1,
      maxPasswordLength: longestPassword,
    },
    session: {
      expiresIn: SESSION_DAYS * DAY_SECONDS,
      updateAge: DAY_SECONDS,
      freshAge: 0,
      ...table('auth_sessions', ['expiresAt', 'ipAddress', 'userAgent', 'userId', ...stamps]),
    },
    user: table('auth_users', ['emailVerified', ...stamps]),
    account: table('auth_accounts', ['accountId', 'providerId', 'userId', ...tokens, ...stamps]),
    verification: table('auth_verifications', ['expiresAt', ...stamps]),
    databaseHooks: {
      session: { create: { before: ({ userId }) => options.mayBegin(Number(userId)) } },
    },
    plugins: [
      twoFactor({
        issuer: options.issuer,
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: table('auth_two_factors', secondFactor),
        },
      }),
    ],
  });
}

/** Carries the address of who asks, as our server knows it; a client's own header is dropped. */
export const addressHeader = 'x-bereg-address';

const stamps = ['createdAt', 'updatedAt'] as const;
const tokens = [
  'accessToken',
  'refreshToken',
  'idToken',
  'accessTokenExpiresAt',
  'refreshTokenExpiresAt',
] as const;
const secondFactor = ['backupCodes', 'userId', 'failedVerificationCount', 'lockedUntil'] as const;

function table<Field extends string>(
  modelName: string,
  camelCased: readonly Field[],
): { modelName: string; fields: Record<Field, string> } {
  const fields = camelCased.map((name) => [
    name,
    name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`),
  ]);
  return { modelName, fields: Object.fromEntries(fields) as Record<Field, string> };
}
