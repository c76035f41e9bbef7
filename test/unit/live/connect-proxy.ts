import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';

/** A forward proxy that tunnels every name to one port of this machine; with a password it refuses whoever has none. */
export class ConnectProxy {
  readonly asked: string[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async start(target: number, login?: string): Promise<ConnectProxy> {
    const server = createServer();
    const proxy = new ConnectProxy(server);
    server.on('connect', (request, socket: Socket, head: Buffer) => {
      proxy.asked.push(request.url ?? '');
      proxy.sockets.add(socket);
      socket.on('error', () => socket.destroy());
      if (login !== undefined && request.headers['proxy-authorization'] !== login) {
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic\r\n\r\n');
        return;
      }
      const onward = connect(target, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        onward.write(head);
        onward.pipe(socket).pipe(onward);
      });
      onward.on('error', () => socket.destroy());
      proxy.sockets.add(onward);
    });
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
