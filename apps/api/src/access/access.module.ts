import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { HandOverEntries } from './hand-over-entries.js';
import { Memberships } from './memberships.js';

@Module({
  providers: [HandOverEntries, Memberships, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Memberships],
})
export class AccessModule {}
