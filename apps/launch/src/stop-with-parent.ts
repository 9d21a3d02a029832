// Preloaded into the API and the worker. When the launcher is killed and cannot stop them, its channel breaks and they
// stop by themselves: nothing of an installation keeps running behind its owner's back.
const LAST_RESORT_SECONDS = 10;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), LAST_RESORT_SECONDS * 1000).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
