import type pg from 'pg';
import { answers, isStatement, type Scene } from './doors.js';
import { SCENES } from './doors/scenes.js';
import type { Mutant } from './mutant.js';
import type { Proof } from './world.js';

/**
 * Whether a door answers somebody otherwise once a guard is changed: of a function, the scenes that call it, directly, through
 * another or by a trigger, and all that write by themselves; of a policy, those that write its table.
 */
export class DoorHunt {
  private readonly before = new Map<Scene, { text: string; ms: number }>();
  private callers = new Map<string, string[]>();

  private constructor(
    private readonly admin: pg.Client,
    private readonly proof: Proof,
  ) {}

  static async open(admin: pg.Client, proof: Proof): Promise<DoorHunt> {
    const hunt = new DoorHunt(admin, proof);
    for (const scene of SCENES) {
      const started = Date.now();
      const text = await hunt.under('select 1', scene);
      hunt.before.set(scene, { text, ms: Date.now() - started });
    }
    const { rows } = await admin.query<{ name: string; body: string; tables: string[] }>(
      `select format('%s.%s', n.nspname, p.proname) as name, string_agg(p.prosrc, ' ') as body,
              array(select t.tgrelid::regclass::text from pg_trigger t where t.tgfoid = any (array_agg(p.oid))) as tables
         from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('simpul', 'ctx', 'ledger') group by 1`,
    );
    for (const { name, tables } of rows) {
      const called = tables.flatMap((table) => [`update ${table} `, `insert into ${table} `]);
      const starts = (body: string): boolean => [`${name}(`, ...called].some((text) => body.includes(text));
      hunt.callers.set(
        name,
        rows.filter(({ body }) => starts(body)).map((caller) => caller.name),
      );
    }
    return hunt;
  }

  /** What answers otherwise, or null. */
  async kill({ sql, of, table }: Mutant): Promise<string | null> {
    const reaching = new Set(of ? [of.replace(/\(.*/s, '')] : []);
    for (const each of reaching) for (const caller of this.callers.get(each) ?? []) reaching.add(caller);
    const isAbout = (door: string): boolean =>
      of
        ? isStatement(door) || [...reaching].some((name) => door.includes(`${name}(`))
        : isStatement(door) && door.includes(` ${table} `);
    const scenes = SCENES.filter(({ doors }) => doors.some(isAbout));
    const quick = scenes.sort((a, b) => this.before.get(a)!.ms - this.before.get(b)!.ms);
    for (const scene of quick) {
      const text = await this.under(sql, scene);
      if (text !== this.before.get(scene)!.text) return firstOther(text, this.before.get(scene)!.text);
    }
    return null;
  }

  private async under(sql: string, scene: Scene): Promise<string> {
    await this.admin.query('begin');
    try {
      await this.admin.query(sql);
      return await answers(this.admin, this.proof, scene);
    } catch (error) {
      return String(error);
    } finally {
      await this.admin.query('rollback');
    }
  }
}

function firstOther(text: string, before: string): string {
  const lines = before.split('\n');
  return text.split('\n').find((line, at) => line !== lines[at]) ?? 'fewer answers';
}
