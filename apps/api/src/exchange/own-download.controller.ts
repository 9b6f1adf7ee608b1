import { Controller, Get, Res } from '@nestjs/common';
import { clinicParamsSchema, ownDownloadSchema } from '@courseline/contracts';
import type { FastifyReply } from 'fastify';
import { clinic } from '../access/access.js';
import { RequestContext } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { UnitOfWork } from '../http/unit-of-work.js';
import { OwnDownloads } from './own-download.service.js';

const attachment = (name: string) => `attachment; filename="${name}"`;

@Controller('c/:clinic/me')
export class OwnDownloadController {
  constructor(
    private readonly downloads: OwnDownloads,
    private readonly context: RequestContext,
    private readonly work: UnitOfWork,
  ) {}

  @Get('download.json')
  @Route({ access: clinic('patient'), params: clinicParamsSchema, stream: true, audit: 'own.download' })
  async json(@Res() reply: FastifyReply): Promise<void> {
    const record = await this.work.run(this.context.scope, () => this.downloads.get());
    await reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-disposition', attachment('my-record.json'))
      .send(JSON.stringify(ownDownloadSchema.parse(record), null, 2));
  }

  @Get('download.csv')
  @Route({ access: clinic('patient'), params: clinicParamsSchema, stream: true, audit: 'own.download' })
  async csv(@Res() reply: FastifyReply): Promise<void> {
    const table = await this.work.run(this.context.scope, () => this.downloads.questionnairesAsCsv());
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', attachment('my-questionnaires.csv'))
      .send(table);
  }
}
