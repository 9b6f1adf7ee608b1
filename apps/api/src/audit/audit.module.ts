import { Global, Module } from '@nestjs/common';
import { AuditLog } from './audit-log.js';
import { RefusalLog } from './refusal-log.js';

@Global()
@Module({ providers: [AuditLog, RefusalLog], exports: [AuditLog, RefusalLog] })
export class AuditModule {}
