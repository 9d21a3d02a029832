// `npm start`. Plain JavaScript without a dependency: on a fresh clone nothing else is there yet.
// It installs and builds what is missing, then hands over to the compiled launcher in dist/.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Simpul memerlukan Node.js 20.19 atau lebih baru; yang terpasang ${process.version}.`);
  console.error(`Simpul needs Node.js 20.19 or newer; this is ${process.version}. See https://nodejs.org/`);
  process.exit(1);
}

const { stopWithNpm } = await import('./stop-with-npm.mjs');
stopWithNpm();
const { ensureInstalled, ensureBuilt } = await import('./set-up.mjs');
try {
  await ensureInstalled();
  await ensureBuilt();
} catch (error) {
  const closed = ['EACCES', 'EPERM', 'EROFS'].includes(error.code) && error.path;
  console.error(
    closed
      ? `\n${closed} tidak dapat ditulis atau dibaca; jalankan sebagai pemilik folder ini (cannot be written or read, ${error.code}: start as the owner of this folder).`
      : `\n${error.message}`,
  );
  process.exit(1);
}
const { launch } = await import('../../dist/apps/launch/src/main.js');
await launch(process.argv.slice(2));
