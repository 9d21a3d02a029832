export { ROLES, type Actor, type RequestContext, type Role } from './actor.js';
export { may, PERMISSIONS, permissionsOf, type Permission } from './rules/permissions.js';
export { spokenLocale } from './rules/spoken-locale.js';
export { answersAfresh, AnswersAfresh, CurrentActor, May, Public, StepUp } from './http/may.decorator.js';
export { AccessGuard, ActorSource, Denials } from './http/access.guard.js';
export { undeclaredRoutes } from './http/undeclared-routes.js';
export { PlainText } from './http/plain-text.decorator.js';
export { Instant } from './http/instant.decorator.js';
