// One process that keeps what it has loaded and runs spec after spec, each in databases of its own. A test that reaches guards
// which nobody missed so far is run as it is; from the same state once for each of them, gone; and from the same state once
// more as it is. A guard counts as missed where the test is green twice with it and red without.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROBES, probed } from './probes.mjs';
import { readFrom } from './read-from.mjs';

register('./hooks.mjs', import.meta.url);
const { getState, resetState } = await import('jest-circus');
const { expect } = await import('./globals.mjs');
const { asAdmin } = await import('../../harness/cluster.js');
const { State } = await import('./state.mjs');

const HOOK_SECONDS = 300;
const TEST_SECONDS = 60;
const root = process.cwd();
const log = join(process.env.SIMPUL_TEST_RUN, 'postgres', 'server.log');
const { mutants, texts } = JSON.parse(readFileSync(process.env.SIMPUL_STANDING, 'utf8'));
const databases = (globalThis.simpulDatabases = new Set());
const states = new Map();
let run = 0;
/** Of the spec that runs now: what it is about, and every text with probes and without. */
let task;

// What a spec left open when it was red.
for (const each of ['uncaughtException', 'unhandledRejection']) process.on(each, () => undefined);
process.on('message', (order) => void answer(order));
process.send('ready');

async function answer(order) {
  const started = Date.now();
  const outcome = await whole(order).catch((error) => ({
    broken: String(error?.message ?? error).slice(0, 500),
    unrepeatable: error?.unrepeatable,
  }));
  process.env.SIMPUL_MUTANT = '';
  for (const name of databases)
    await asAdmin('postgres', (admin) => admin.query(`drop database if exists ${name} with (force)`));
  databases.clear();
  states.clear();
  process.send({ over: true, ...outcome, seconds: (Date.now() - started) / 1000 });
}

/** `{ spec, pending: [number], skip: [test], longest: seconds, most }` */
async function whole(order) {
  task = {
    ...order,
    pending: new Set(order.pending),
    skip: new Set(order.skip),
    tries: new Map(),
    ...probes(order.pending),
  };
  const file = join(root, `probes-${process.pid}.sql`);
  writeFileSync(file, PROBES + task.withProbes);
  process.env.SIMPUL_MUTANT = file;
  resetState();
  const path = join(root, order.spec);
  expect.setState({
    testPath: path,
    expectedAssertionsNumber: null,
    isExpectingAssertions: false,
    suppressedErrors: [],
  });
  await import(`${pathToFileURL(path).href}?${(run += 1)}`);
  await block(getState().rootDescribeBlock, [], []);
  return {};
}

function probes(pending) {
  const of = new Map();
  for (const at of pending)
    of.set(mutants[at].of, [...(of.get(mutants[at].of) ?? []), { at, ...mutants[at].span }]);
  const all = [...of].filter(([signature]) => texts[signature]);
  return {
    withProbes: all.map(([signature, guards]) => `${probed(texts[signature], guards)};\n`).join(''),
    without: all.map(([signature]) => `${texts[signature].text};\n`).join(''),
  };
}

async function block(describe, befores, afters) {
  if (describe.mode === 'skip') return;
  const hooks = (type) => describe.hooks.filter((hook) => hook.type === type);
  const [before, after] = [
    [...befores, ...hooks('beforeEach')],
    [...hooks('afterEach'), ...afters],
  ];
  try {
    const since = statSync(log).size;
    for (const hook of hooks('beforeAll')) await within(hook.fn, hook.timeout / 1000 || HOOK_SECONDS);
    say('(before all)', { unrepeated: reached(since) });
    for (const child of describe.children)
      if (child.type === 'describeBlock') await block(child, before, after);
      else if (child.mode !== 'skip' && child.mode !== 'todo') await test(child, before, after);
  } finally {
    for (const hook of hooks('afterAll')) await within(hook.fn, HOOK_SECONDS).catch(() => undefined);
  }
}

async function test(one, befores, afters) {
  const name = nameOf(one);
  const play = (seconds) => once(one, befores, afters, seconds);
  const before = [...databases];
  const standing = task.skip.has(name) ? [] : await Promise.all(before.map(kept));
  const since = statSync(log).size;
  const started = Date.now();
  const red = await play(TEST_SECONDS);
  if (red) throw new Error(`red with every guard in its place: ${name}: ${red}`);
  const seconds = (Date.now() - started) / 1000;
  const all = reached(since);
  if (standing.length === 0 || before.join() !== [...databases].join()) return say(name, { unrepeated: all });
  const worth = seconds > task.longest ? [] : all.filter((at) => (task.tries.get(at) ?? 0) < task.most);
  const later = all.filter((at) => !worth.includes(at));
  if (worth.length === 0) return say(name, { later });
  const everywhere = async (sql) => {
    for (const { admin } of standing) await admin.query(sql);
  };
  const putBack = async () => {
    for (const state of standing) await state.putBack();
  };
  await everywhere(task.without);
  const found = [];
  for (const at of worth) {
    await putBack();
    const began = Date.now();
    await everywhere(mutants[at].sql);
    found.push({ at, why: await play(Math.max(15, seconds * 5)), seconds: (Date.now() - began) / 1000 });
    await everywhere(mutants[at].undo);
    task.tries.set(at, (task.tries.get(at) ?? 0) + 1);
  }
  await putBack();
  const unlike = await play(TEST_SECONDS);
  if (unlike) {
    say(name, { unrepeated: all });
    throw Object.assign(new Error(`not the same twice: ${name}: ${unlike}`), { unrepeatable: name });
  }
  await everywhere(task.withProbes);
  for (const { at, why } of found) if (why) task.pending.delete(at);
  say(name, {
    red: found.filter(({ why }) => why),
    green: found.filter(({ why }) => !why).map(({ at }) => at),
    later,
  });
}

async function kept(database) {
  if (!states.has(database)) states.set(database, await State.of(database));
  await states.get(database).keep();
  return states.get(database);
}

/** The test with its hooks: what went wrong, or undefined. */
async function once(one, befores, afters, seconds) {
  let wrong;
  const fails = (error) => (wrong ??= String(error?.message ?? error) || 'an error');
  expect.setState({ currentTestName: nameOf(one), assertionCalls: 0, expectedAssertionsNumber: null });
  try {
    for (const hook of befores) await within(hook.fn, hook.timeout / 1000 || seconds);
    await within(one.fn, seconds);
  } catch (error) {
    fails(error);
  }
  for (const hook of afters) await within(hook.fn, hook.timeout / 1000 || seconds).catch(fails);
  return wrong?.slice(0, 300);
}

function within(fn, seconds) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([Promise.resolve().then(() => fn.call({})), late]).finally(() => clearTimeout(timer));
}

/** The guards that decided something since the log was so long. */
function reached(since) {
  const found = [...readFrom(log, since).matchAll(/LOG: {2}probe (\d+) (\S+)/g)];
  const ours = found.filter(([, , database]) => databases.has(database)).map(([, at]) => Number(at));
  return [...new Set(ours)].filter((at) => task.pending.has(at));
}

function say(test, found) {
  process.send({ spec: task.spec, test, ...found });
}

function nameOf(test) {
  const names = [];
  for (let each = test; each?.parent; each = each.parent) names.unshift(each.name);
  return names.join(' ');
}
