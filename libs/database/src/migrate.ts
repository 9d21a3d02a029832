import { readdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DataSource, type MigrationInterface } from 'typeorm';

type MigrationClass = new () => MigrationInterface;

/** All migrations in the order of their numbers. A file holds one class; its name is the fact it makes true. */
async function migrations(): Promise<MigrationClass[]> {
  const folder = join(dirname(fileURLToPath(import.meta.url)), 'migrations');
  const files = (await readdir(folder)).filter((file) => /^\d+-[a-z-]+\.(?:js|ts)$/.test(file)).sort();
  const loaded: MigrationClass[] = [];
  for (const file of files) {
    const path = join(folder, file);
    const exported = (await import(extname(file) === '.ts' ? path : pathToFileURL(path).href)) as Record<
      string,
      unknown
    >;
    loaded.push(
      ...(Object.values(exported).filter((value) => typeof value === 'function') as MigrationClass[]),
    );
  }
  return loaded;
}

/**
 * Brings the schema up to date as the owner role (`simpul_owner`), each migration in a transaction of its own.
 * Returns the names of those it ran. The login roles must exist (see `ensureRoles`). Throws in words for whoever starts it.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: await migrations(),
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    poolSize: 1,
    logging: false,
  });
  await dataSource.initialize();
  try {
    // One migrator at a time: two programs starting together must not both create the schema.
    await dataSource.query('select pg_advisory_lock(74310001)');
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  } catch (error) {
    throw new Error(
      [
        `Skema tidak dapat diperbarui: ${(error as Error).message}. Langkah yang gagal tidak mengubah apa pun.`,
        'Bila folder data ini dibuat edisi percobaan yang lebih tua, jalankan edisi itu atau pindahkan foldernya dan mulai dengan data kosong.',
        `(The schema cannot be brought up to date; the step that failed changed nothing. If an older trial edition made this`,
        'data folder, run that edition, or move the folder away and begin with empty data.)',
      ].join('\n'),
      { cause: error },
    );
  } finally {
    await dataSource.destroy();
  }
}
