import { createServer } from 'node:net';

const DEFAULT_PORT = 4710;
const PORTS_TRIED = 100;

/** The port to serve on: PORT if it is set (and then no other), else 4710 or the next one that is free. */
export async function freeAddress(host: string): Promise<number> {
  const wanted = process.env.PORT;
  if (wanted) {
    if (await isFree(Number(wanted), host)) return Number(wanted);
    throw new Error(`Port ${wanted} sudah dipakai (PORT is taken). Choose another, or leave PORT unset.`);
  }
  return freePort(host, DEFAULT_PORT);
}

/** The first free port from `first` on. */
export async function freePort(host: string, first: number): Promise<number> {
  for (let port = first; port < first + PORTS_TRIED; port++) {
    // Also on ::1: browsers try it first for "localhost", and would meet somebody else's program there.
    if ((await isFree(port, host)) && (await isFree(port, '::1'))) return port;
  }
  throw new Error(`No free port from ${first} to ${first + PORTS_TRIED - 1}; set PORT.`);
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    // A machine without IPv6 cannot lend ::1 to anybody else either.
    probe.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'),
    );
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
