import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { HealthController } from './health.controller.js';
import { Idempotency } from './idempotency.js';
import { ProblemFilter } from './problem.filter.js';
import { RequestContext } from './request-context.js';
import { RouteInterceptor } from './route.interceptor.js';
import { RouteList } from './route-list.js';
import { UnitOfWork } from './unit-of-work.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController],
  providers: [
    Idempotency,
    RequestContext,
    RouteList,
    UnitOfWork,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: RouteInterceptor },
  ],
  exports: [RequestContext, UnitOfWork],
})
export class HttpModule {}
