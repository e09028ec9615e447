import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** What a client asked of the proxy. */
export interface ProxyCall {
  /** `CONNECT host:port`, or the method and address of a request to be passed on in clear. */
  readonly asked: string;
  readonly headers: IncomingHttpHeaders;
}

/** A proxy on loopback that knows one host by any name: the service under test. */
export interface ConnectProxy {
  readonly url: string;
  readonly calls: ProxyCall[];
  /** Status to answer CONNECT with instead of opening the tunnel; 'drop' closes the connection. */
  refuse: number | 'drop' | undefined;
  close(): Promise<void>;
}

/** @param port where every tunnel leads to */
export async function startConnectProxy(port: () => number): Promise<ConnectProxy> {
  const sockets = new Set<Socket>();
  const calls: ProxyCall[] = [];
  const server = createServer((request, response) => {
    calls.push({ asked: `${request.method ?? ''} ${request.url ?? ''}`, headers: request.headers });
    response.writeHead(403).end();
  });
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', (request, socket: Socket) => {
    calls.push({ asked: `CONNECT ${request.url ?? ''}`, headers: request.headers });
    socket.on('error', () => socket.destroy());
    if (proxy.refuse === 'drop') socket.destroy();
    else if (proxy.refuse !== undefined) socket.end(`HTTP/1.1 ${proxy.refuse} No\r\n\r\n`);
    else {
      const onward = connect(port(), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      sockets.add(onward);
      onward.on('error', () => socket.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: ConnectProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    refuse: undefined,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return proxy;
}
