import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { MAY, PUBLIC } from './may.decorator.js';

const PATH_METADATA = 'path';

/**
 * Every route handler of the running application that names neither @May nor @Public, as `Controller.method`.
 * The API refuses to start while this list is not empty.
 */
export function undeclaredRoutes(app: INestApplicationContext): string[] {
  const discovery = app.get(DiscoveryService);
  const reflector = app.get(Reflector);
  const missing: string[] = [];
  for (const { instance, metatype } of discovery.getControllers()) {
    if (!instance || !metatype) continue;
    const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const handler = Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown;
      if (name === 'constructor' || typeof handler !== 'function') continue;
      if (Reflect.getMetadata(PATH_METADATA, handler) === undefined) continue;
      const declared = [MAY, PUBLIC].some((key) =>
        reflector.getAllAndOverride(key, [handler as never, metatype as never]),
      );
      if (!declared) missing.push(`${metatype.name}.${name}`);
    }
  }
  return missing;
}
