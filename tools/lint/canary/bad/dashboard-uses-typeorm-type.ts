// apps/dashboard/src/api/example.ts: boundaries/dependencies
import type { DataSource } from 'typeorm';

export type Example = DataSource;
