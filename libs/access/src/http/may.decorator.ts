import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '../actor.js';
import type { Permission } from '../rules/permissions.js';

export const MAY = Symbol('may');
export const PUBLIC = Symbol('public');
export const STEP_UP = Symbol('step-up');
const AFRESH = Symbol('afresh');

/** Names the permission that a route needs. A route with neither @May nor @Public keeps the API from starting. */
export const May = (permission: Permission): MethodDecorator & ClassDecorator => SetMetadata(MAY, permission);

/** Opens a route to everybody, with the reason written down. */
export const Public = (reason: string): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, reason);

/**
 * The act asks for a proof, a few minutes old at most, that the person is there and not only their open screen: opening
 * an identity, deciding as the second person. Otherwise 403 `step-up-needed`; the web then asks and tries again.
 */
export const StepUp = (): MethodDecorator => SetMetadata(STEP_UP, true);

/**
 * A question that is a POST because its words may stand in no address: an Idempotency-Key means nothing there. It is
 * asked, checked and recorded each time, and no answer of it is kept.
 */
export const AnswersAfresh = (): MethodDecorator => SetMetadata(AFRESH, true);
export const answersAfresh = (handler: Function): boolean => Reflect.getMetadata(AFRESH, handler) === true;

/** The person who acts, as the guard found them. Only in routes with @May. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<{ actor?: Actor }>().actor;
  if (!actor) throw new Error('CurrentActor used on a route that the guard does not protect');
  return actor;
});
