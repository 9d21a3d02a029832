import { RequestMethod, type INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { Declared } from '../rules/differences.js';
import { MAY, PUBLIC, STEP_UP } from './may.decorator.js';

/**
 * What every route handler of the running application says of itself. Two handlers of one route are two entries.
 */
export function declaredRoutes(app: INestApplicationContext): Declared[] {
  const reflector = app.get(Reflector);
  const found: Declared[] = [];
  for (const { instance, metatype } of app.get(DiscoveryService).getControllers()) {
    if (!instance || !metatype) continue;
    const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const handler = Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown;
      if (name === 'constructor' || typeof handler !== 'function') continue;
      const its = pathsOf(handler);
      if (its.length === 0) continue;
      const targets = [handler as never, metatype as never];
      const act = reflector.getAllAndOverride<string | undefined>(MAY, targets);
      const open = reflector.getAllAndOverride<string | undefined>(PUBLIC, targets);
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
      const stepUp = reflector.getAllAndOverride<boolean | undefined>(STEP_UP, targets) ?? false;
      for (const base of pathsOf(metatype))
        for (const path of its)
          found.push({
            route: `${method} ${joined(base, path)}`,
            act: open ? 'public' : (act ?? null),
            stepUp,
          });
    }
  }
  return found;
}

function pathsOf(target: object): string[] {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return path === undefined ? [] : [path].flat();
}

function joined(base: string, path: string): string {
  const parts = [base, path].flatMap((piece) => piece.split('/')).filter((piece) => piece !== '');
  return `/${parts.join('/')}`.replaceAll(/:(\w+)/g, '{$1}');
}
