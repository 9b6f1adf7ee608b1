import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import { clinicParamsSchema, id } from '@courseline/contracts';
import { z } from 'zod';
import { anyone, clinic } from '../src/access/access.js';
import { DomainError } from '../src/http/domain-error.js';
import { IfMatch } from '../src/http/if-match.js';
import { RequestContext } from '../src/http/request-context.js';
import { Route } from '../src/http/route.js';

const echoSchema = z.strictObject({ text: z.string().max(100), count: z.int().optional() });
const answerSchema = z.object({ text: z.string(), attempts: z.int().optional() });
const queryRow = z.object({ id: z.string() });

/** What a secret of a patient would look like in the wrong place. */
export const canary = 'Canary Rivera 1984-05-17';

/** Routes that make what lies below every feature show itself. */
@Controller()
class ProbeController {
  private runs = 0;
  private collisions = 0;

  constructor(private readonly context: RequestContext) {}

  @Post('probe/echo')
  @Route({ access: anyone(), body: echoSchema, response: answerSchema })
  echo(@Body() body: z.infer<typeof echoSchema>): z.infer<typeof echoSchema> & { secret: string } {
    return { ...body, secret: canary };
  }

  @Get('probe/query')
  @Route({
    access: anyone(),
    query: z.strictObject({ page: z.coerce.number().int().max(9) }),
    response: z.object({ page: z.int() }),
  })
  query(@Query() query: { page: number }): { page: number } {
    return query;
  }

  @Get('probe/broken-answer')
  @Route({ access: anyone(), response: z.object({ text: z.number() }) })
  brokenAnswer(): unknown {
    return { text: canary };
  }

  @Get('probe/throws')
  @Route({ access: anyone(), response: answerSchema })
  throws(): never {
    throw new RangeError(`cannot parse ${canary}`);
  }

  @Get('c/:clinic/probe/database-error')
  @Route({ access: clinic('nurse'), response: answerSchema })
  async databaseError(): Promise<never> {
    await this.context.execute('select $1::date', [canary]);
    throw new Error('unreachable');
  }

  @Get('c/:clinic/probe/zone/:patient')
  @Route({
    access: clinic('nurse'),
    params: clinicParamsSchema.extend({ patient: id() }),
    response: z.object({ patient: z.string(), zone: z.string() }),
  })
  zone(@Param() { patient }: { patient: string }): { patient: string; zone: string } {
    this.context.touch(patient);
    return { patient, zone: this.context.clinic.timeZone };
  }

  /** Writes a key as a marker that it ran. */
  @Post('c/:clinic/probe/once')
  @Route({ access: clinic('nurse'), body: echoSchema, response: answerSchema, idempotent: true })
  async once(@Body() { text }: z.infer<typeof echoSchema>): Promise<{ text: string; attempts: number }> {
    await this.mark(text);
    this.runs += 1;
    return { text, attempts: this.runs };
  }

  /** Writes, and then refuses. */
  @Post('c/:clinic/probe/refused')
  @Route({ access: clinic('nurse'), body: echoSchema })
  async refused(@Body() { text }: z.infer<typeof echoSchema>): Promise<never> {
    await this.mark(text);
    throw new DomainError('rule-violated', {
      detail: 'No.',
      errors: [{ pointer: '/text', detail: 'Not this.' }],
    });
  }

  /** Writes, and then gives an answer that breaks its contract. */
  @Post('c/:clinic/probe/broken')
  @Route({ access: clinic('nurse'), body: echoSchema, response: z.object({ n: z.int() }) })
  async broken(@Body() { text }: z.infer<typeof echoSchema>): Promise<unknown> {
    await this.mark(text);
    return { n: canary };
  }

  /** Fails with a serialisation failure as often as `count` says. */
  @Post('c/:clinic/probe/collides')
  @Route({ access: clinic('nurse'), body: echoSchema, response: answerSchema })
  async collides(
    @Body() { text, count = 0 }: z.infer<typeof echoSchema>,
  ): Promise<{ text: string; attempts: number }> {
    this.collisions += 1;
    await this.mark(text);
    if (this.collisions <= count) {
      await this.context.execute(`do $$ begin raise exception 'collision' using errcode = '40001'; end $$`);
    }
    const attempts = this.collisions;
    this.collisions = 0;
    return { text, attempts };
  }

  @Post('c/:clinic/probe/version')
  @Route({ access: clinic('nurse'), response: z.object({ version: z.int() }) })
  version(@IfMatch() version: number): { version: number } {
    return { version };
  }

  @Get('c/:clinic/probe/rows')
  @Route({ access: clinic('nurse'), response: z.object({ ids: z.array(z.string()) }) })
  async rows(): Promise<{ ids: string[] }> {
    const rows = await this.context.query(queryRow, `select id from patient`);
    return { ids: rows.map((row) => row.id) };
  }

  private async mark(text: string): Promise<void> {
    const { clinicId, accountId } = this.context.principal;
    await this.context.execute(
      `insert into idempotency_key (clinic_id, account_id, key, route, body_hash, status, at)
       values ($1, $2, $3, 'mark', '\\x00', 200, now())`,
      [clinicId, accountId, `mark ${text}`],
    );
  }
}

@Module({ controllers: [ProbeController] })
export class ProbeModule {}

@Controller('probe')
class UndeclaredController {
  @Get('undeclared')
  undeclared(): string {
    return canary;
  }

  @Get('c/:other/wrong')
  @Route({ access: clinic('nurse') })
  wrong(): void {
    // Its path is not that of a clinic's route.
  }
}

@Module({ controllers: [UndeclaredController] })
export class UndeclaredModule {}
