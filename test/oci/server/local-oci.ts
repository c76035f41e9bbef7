import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { NOT_AUTHORIZED_OR_NOT_FOUND, TOO_MANY_REQUESTS } from '../../../src/knowledge/refusal';
import { addressOf, type Service } from './address';
import { type Answered, answer } from './answer';
import { type Fault, play, SKEW_MS } from './faults';
import { Gate } from './principal';
import { refuse, send } from './reply';
import { readRequest } from './request';
import type { Seen } from './seen';
import type { World } from './world';

export interface Listening {
  readonly address?: string;
  readonly http?: number;
  readonly https?: readonly number[];
}

/** A local stand-in for OCI's edge: real signatures, real tokens, OCI's own refusals. */
export class LocalOci {
  private readonly gate: Gate;
  private readonly servers: Server[] = [];
  private readonly log: Seen[] = [];
  private faults: readonly Fault[] = [];

  private constructor(readonly world: World) {
    this.gate = new Gate(world);
  }

  static async start(
    world: World,
    { address = '127.0.0.1', http = 0, https = [0] }: Listening = {},
  ): Promise<LocalOci> {
    const oci = new LocalOci(world);
    const handle = (request: IncomingMessage, response: ServerResponse): void =>
      void oci.handle(request, response).catch(() => response.destroy());
    const { certificatePem: cert, privatePem: key } = world.tls;
    await oci.listen(createHttpServer(handle), http, address);
    for (const port of https) await oci.listen(createHttpsServer({ cert, key }, handle), port, address);
    return oci;
  }

  /** Plain HTTP on loopback; a path prefix stands for the host. */
  get url(): string {
    return `http://127.0.0.1:${this.port(0)}`;
  }

  get secureUrl(): string {
    return `https://127.0.0.1:${this.port(1)}`;
  }

  get seen(): readonly Seen[] {
    return this.log;
  }

  /** What was seen of one service, or of all, without what issues credentials. */
  seenAt(service: Service): readonly Seen[] {
    return this.log.filter((entry) => entry.service === service);
  }

  forget(): void {
    this.log.length = 0;
  }

  inject(...faults: readonly Fault[]): void {
    this.faults = faults;
  }

  async close(): Promise<void> {
    for (const server of this.servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  private listen(server: Server, port: number, address: string): Promise<void> {
    this.servers.push(server);
    return new Promise((resolve, reject) => server.once('error', reject).listen(port, address, resolve));
  }

  private port(index: number): number {
    const address = this.servers[index]?.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  private async handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    const address = addressOf(request, this.world);
    const fault = this.faults.find(({ service }) => service === undefined || service === address?.service);
    const now = Date.now() + (fault?.kind === 'skew' ? SKEW_MS : 0);
    if (fault && play(fault, response)) return;
    const answered: Answered = address
      ? await answer({ request, address, world: this.world, gate: this.gate, now })
      : { reply: refuse(NOT_AUTHORIZED_OR_NOT_FOUND), shown: {} };
    const reply = fault?.kind === 'throttle' ? refuse(TOO_MANY_REQUESTS) : answered.reply;
    const { keyId, bearer, principal, flaw } = answered.shown;
    this.log.push({
      service: address?.service ?? 'unknown',
      region: address?.region ?? '',
      verb: request.method,
      path: address?.path ?? request.target,
      status: reply.status,
      keyId,
      bearer,
      method: principal?.method,
      principalType: principal?.type,
      flaw,
    });
    send(response, reply, new Date(now));
  }
}
