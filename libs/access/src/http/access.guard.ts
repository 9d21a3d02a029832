import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Forbidden, Refused } from '#refusals';
import type { Actor } from '../actor.js';
import { lineOf, may } from '../policy.js';
import { scopeOf, type Scope } from '../rules/scope.js';
import { openWithFirstPassword, openWithoutFactor, type Permission } from '../rules/permissions.js';
import { MAY, PUBLIC, STEP_UP } from './may.decorator.js';

/** Finds who asks. `accounts` implements it; null means no live session. */
export abstract class ActorSource {
  abstract actorFor(request: unknown): Promise<Actor | null>;
  /**
   * Whether whoever asked then may still do so: the session lives, in the same role and office, and waits for nothing. It
   * does not count as activity: an open page alone must not keep a session alive.
   */
  abstract isStill(request: unknown, then: Actor): Promise<boolean>;
}

/** Puts a denial into the ledger in a transaction of its own. `database` implements it. */
export abstract class Denials {
  abstract denied(actor: Actor, act: string, code: string): Promise<void>;
}

interface GuardedRequest {
  actor?: Actor;
  method?: string;
  params?: Record<string, unknown>;
  /** The route as the server found it: what the address says under another spelling does not count. */
  routeOptions?: { url?: string };
}

function scopeFor({ method = '', routeOptions, params }: GuardedRequest): Scope | undefined {
  const line = lineOf(method, routeOptions?.url ?? '');
  return (line && scopeOf(line, params?.id)) ?? undefined;
}

/** The one global guard: deny unless the route is @Public or the session's role holds the route's permission. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly source: ActorSource,
    private readonly denials: Denials,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<string | undefined>(PUBLIC, targets)) return true;
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(MAY, targets);
    if (!permission) throw new Forbidden('access.undeclared');

    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const actor = await this.source.actorFor(request);
    if (!actor) throw new Refused('session.required', {}, 401);
    request.actor = actor;
    const stepUp = this.reflector.getAllAndOverride<boolean | undefined>(STEP_UP, targets) ?? false;
    const code = refusalOf(actor, permission, stepUp);
    if (!code) {
      actor.scope = scopeFor(request);
      return true;
    }
    // A denial that cannot be recorded is a 503, not a silent 403: the ledger must stay complete.
    await this.denials.denied(actor, permission, code);
    throw new Forbidden(code);
  }
}

function refusalOf(actor: Actor, permission: Permission, stepUp: boolean): string | null {
  if (actor.mustChangePassword && !openWithFirstPassword(permission)) return 'password.mustChange';
  if (actor.mustAddFactor && !openWithoutFactor(permission)) return 'factor.mustAdd';
  if (actor.waitsForRelease && !openWithoutFactor(permission)) return 'account.waitsForRelease';
  if (!may(actor.role, permission)) return 'forbidden';
  return stepUp && !actor.recentlyConfirmed ? 'step-up-needed' : null;
}
