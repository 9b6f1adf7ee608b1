// apps/api/src/app.module.ts: -
import { ExchangeModule } from './exchange/exchange.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';

export const used = [ExchangeModule, SignInModule];
