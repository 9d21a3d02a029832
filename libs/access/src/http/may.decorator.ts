import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '../actor.js';
import type { Permission } from '../rules/permissions.js';

export const MAY = Symbol('may');
export const PUBLIC = Symbol('public');

/** Names the permission that a route needs. A route with neither @May nor @Public keeps the API from starting. */
export const May = (permission: Permission): MethodDecorator & ClassDecorator => SetMetadata(MAY, permission);

/** Opens a route to everybody, with the reason written down. */
export const Public = (reason: string): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, reason);

/** The person who acts, as the guard found them. Only in routes with @May. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<{ actor?: Actor }>().actor;
  if (!actor) throw new Error('CurrentActor used on a route that the guard does not protect');
  return actor;
});
