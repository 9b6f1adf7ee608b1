import { Controller, Get, Query } from '@nestjs/common';
import {
  completionQuerySchema,
  completionSchema,
  type Completion,
  type CompletionQuery,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { Route } from '../http/route.js';
import { CompletionService } from './completion.service.js';

@Controller('c/:clinic/outcomes')
export class CompletionController {
  constructor(private readonly completion: CompletionService) {}

  @Get('completion')
  @Route({ access: clinic('director'), query: completionQuerySchema, response: completionSchema })
  read(@Query() query: CompletionQuery): Promise<Completion> {
    return this.completion.read(query);
  }
}
