import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { anyone } from '../access/access.js';
import { AppDatabase } from '../database/app-database.js';
import { Route } from './route.js';

const healthSchema = z.object({ status: z.literal('ok') });

@Controller('health')
export class HealthController {
  constructor(private readonly database: AppDatabase) {}

  /** Whether the process answers and reaches its database; without, the answer is 503. */
  @Get()
  @Route({ access: anyone(), response: healthSchema })
  async health(): Promise<z.infer<typeof healthSchema>> {
    await this.database.transaction(null, (sql) => sql.execute('select 1'));
    return { status: 'ok' };
  }
}
