import 'reflect-metadata';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '#harness';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseModule } from './database.module.js';
import { UnitOfWork } from './unit-of-work.js';

@Module({})
class Program {}

describe('a line to PostgreSQL that is dead although both ends think it stands', () => {
  let database: FreshDatabase;
  let line: Server;
  let program: INestApplicationContext;
  const near = new Set<Socket>();
  let silent = new Set<Socket>();

  beforeAll(async () => {
    database = await freshDatabase();
    const target = new URL(database.urls.worker);
    const { port, hostname } = target;
    line = createServer((socket) => {
      const far = connect(Number(port), hostname);
      near.add(socket);
      socket.on('data', (bytes) => void (silent.has(socket) || far.write(bytes)));
      far.on('data', (bytes) => void (silent.has(socket) || socket.write(bytes)));
      socket.on('close', () => far.destroy());
      for (const end of [socket, far]) end.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
    target.port = String((line.address() as { port: number }).port);
    program = await NestFactory.createApplicationContext(
      {
        module: Program,
        imports: [DatabaseModule.forRole(target.toString(), { poolSize: 2, answerPatienceMs: 500 })],
      },
      { logger: false, abortOnError: false },
    );
  });
  afterAll(async () => {
    await program?.close();
    line?.close();
    await database?.drop();
  });

  const ask = () => program.get(UnitOfWork).lookAsSystem((work) => work.query('select 1 as one'));

  it('is given up after the patience, cut, and not lent again: the next act has a new one', async () => {
    await Promise.all([ask(), ask()]);
    silent = new Set(near);
    const started = performance.now();
    const answers = await Promise.allSettled([ask(), ask()]);
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await ask()).toEqual([{ one: 1 }]);
    expect(await Promise.all([ask(), ask()])).toEqual([[{ one: 1 }], [{ one: 1 }]]);
  });
});
