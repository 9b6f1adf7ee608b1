import { Body, Controller, Post } from '@nestjs/common';
import {
  caseloadSchema,
  caseloadSearchSchema,
  type Caseload,
  type CaseloadSearch,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { Route } from '../http/route.js';
import { CaseloadService } from './caseload.service.js';

@Controller('c/:clinic/caseload')
export class CaseloadController {
  constructor(private readonly caseload: CaseloadService) {}

  @Post('search')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    body: caseloadSearchSchema,
    response: caseloadSchema,
    audit: 'caseload.read',
  })
  search(@Body() body: CaseloadSearch): Promise<Caseload> {
    return this.caseload.read(body.text);
  }
}
