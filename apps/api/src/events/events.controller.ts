import { Controller, Get, Query, Res } from '@nestjs/common';
import { liveQuerySchema, type LiveQuery, type LiveTopic } from '@courseline/contracts';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { clinic } from '../access/access.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { closedPolicy } from '../http/security-headers.js';
import { UnitOfWork } from '../http/unit-of-work.js';
import { EventStream } from './event-stream.js';
import { EventStreams } from './event-streams.js';

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'content-security-policy': closedPolicy,
  // nginx and its kin keep an answer back until it is whole unless told otherwise.
  'x-accel-buffering': 'no',
  // Whoever has listened asks anew: an ended stream leaves no idle connection that a shutdown would wait for.
  connection: 'close',
} as const;

const sessionRow = z.object({ id: z.string(), patient_id: z.string() });

@Controller('c/:clinic/events')
export class EventsController {
  constructor(
    private readonly context: RequestContext,
    private readonly work: UnitOfWork,
    private readonly streams: EventStreams,
  ) {}

  @Get()
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    query: liveQuerySchema,
    stream: true,
    activity: false,
    audit: 'events.listen',
  })
  async listen(@Query() { topics }: LiveQuery, @Res() reply: FastifyReply): Promise<void> {
    const { account, clinic: of } = this.context;
    this.streams.refuseTooMany(account.id);
    const topicsOf = await this.work.run(this.context.scope, () => this.patientsOf(topics));
    this.streams.refuseTooMany(account.id);
    reply.hijack();
    const stream = new EventStream(
      {
        accountId: account.id,
        signInId: account.signInId,
        clinicId: of.id,
        clinicSlug: of.slug,
        topics: topicsOf,
      },
      reply.raw,
    );
    reply.raw.on('close', () => this.streams.close(stream));
    reply.raw.on('error', () => this.streams.close(stream));
    reply.raw.writeHead(200, { ...written(reply.getHeaders()), ...headers });
    reply.raw.write('retry: 2000\n\n');
    await this.streams.open(stream);
  }

  /** Whose each topic is; a session that may not be seen is not found. */
  private async patientsOf(topics: readonly LiveTopic[]): Promise<ReadonlyMap<LiveTopic, string | null>> {
    const sessions = topics.flatMap((topic) => (topic === 'alerts' ? [] : [topic.slice('session/'.length)]));
    const rows = await this.context.query(
      sessionRow,
      'select id, patient_id from session where clinic_id = $1 and id = any ($2::uuid[])',
      [this.context.clinic.id, sessions],
    );
    if (rows.length < new Set(sessions).size) throw new DomainError('not-found');
    const patients = new Map<string, string>(rows.map((row) => [`session/${row.id}`, row.patient_id]));
    return new Map(topics.map((topic) => [topic, patients.get(topic) ?? null]));
  }
}

function written(given: ReturnType<FastifyReply['getHeaders']>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}
