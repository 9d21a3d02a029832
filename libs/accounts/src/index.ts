export { AccountsHttpModule, type AccountsOptions } from './accounts.module.js';
export { SESSION_COOKIE, type SessionCookie } from './http/session-cookie.js';
export { type SimpulRequest } from './sign-in.js';
export { SessionsService } from './sessions.service.js';
export { seedAccounts, type SeededPerson } from './seed-accounts.js';
export { forgetSignInAttempts } from './forget-attempts.js';
export { makeAdministrator, mayMakeAdministrator, type NewAdministrator } from './first-administrator.js';
