import { createServer } from 'node:net';

const LOOPBACK = '127.0.0.1';

/** Whether nobody listens on a port of loopback at this moment. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await tryPort(port)) !== null;
}

/** A port of loopback that nobody uses now; somebody else may take it before we do. */
export async function freePort(): Promise<number> {
  const port = await tryPort(0);
  if (port === null) throw new Error('This machine has no free port left.');
  return port;
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      const code = 'code' in error ? error.code : null;
      if (code === 'EADDRINUSE' || code === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  });
}
