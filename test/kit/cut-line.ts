import { createServer, connect, type Socket } from 'node:net';

/**
 * A line to a server that can be cut: while `isDeaf`, what the client sends still arrives, but no answer comes back. `cut` then drops every connection;
 * the client comes back by itself.
 */
export interface CutLine {
  url: string;
  setDeaf: (isDeaf: boolean) => void;
  cut: () => void;
  close: () => Promise<void>;
}
export const cutLine = async (url: string): Promise<CutLine> => {
  const { hostname: host, port } = new URL(url);
  const sockets = new Set<Socket>();
  let isDeaf = false;
  const server = createServer((near) => {
    const far = connect({ host, port: Number(port) });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => {
          sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
    }
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => {
      if (!isDeaf) near.write(bytes);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen({ port: 0, host: '127.0.0.1' }, resolve);
  });
  const address = server.address();
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `nats://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    setDeaf: (deaf) => {
      isDeaf = deaf;
    },
    cut,
    close: () => {
      cut();
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
};
