import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { errorReport } from '../http/error-report.js';

/** The server's log, for work that belongs to no request. Never a name, an address or an id of a person. */
@Injectable()
export class JobLog {
  constructor(private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  failed(what: string, error: unknown): void {
    this.log?.error({ ...errorReport(error), job: what }, 'a job failed');
  }

  /** Something whoever runs the server should know, in fixed words. */
  warn(words: string, detail: Readonly<Record<string, string | number>> = {}): void {
    this.log?.warn(detail, words);
  }

  private get log() {
    // A command line has no server.
    const adapter = this.host.httpAdapter as FastifyAdapter | undefined;
    return adapter?.getInstance().log;
  }
}
