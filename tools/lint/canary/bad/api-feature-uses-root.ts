// apps/api/src/exchange/example.ts: boundaries/dependencies
import { AppModule } from '../app.module.js';

export const example = AppModule;
