import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a server that can be lost as networks are lost: at once, or without a word. */
export type CuttableLine = {
  address: string;
  /** Ends what is open and takes nothing new. */
  cut: () => void;
  /** Carries nothing more either way, and tells neither end. */
  hush: () => void;
  mend: () => void;
  close: () => Promise<void>;
};

/** @param to the server's address, as `http://127.0.0.1:PORT` */
export async function cuttableLine(to: string): Promise<CuttableLine> {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  let state: 'whole' | 'cut' | 'hushed' = 'whole';
  const end = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    return socket;
  };
  const server = createServer((near) => {
    keep(near);
    if (state === 'cut') near.destroy();
    if (state !== 'whole') return;
    const far = keep(connect(Number(port), hostname));
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      state = 'cut';
      end();
    },
    hush: () => {
      state = 'hushed';
      for (const socket of sockets) socket.unpipe().pause();
    },
    // What was hushed is never heard of again, as after a change of networks.
    mend: () => {
      state = 'whole';
    },
    close: async () => {
      end();
      await new Promise((closed) => {
        server.close(closed);
      });
    },
  };
}
