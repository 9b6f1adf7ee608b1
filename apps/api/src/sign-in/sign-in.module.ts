import { Module } from '@nestjs/common';
import { Accounts } from './accounts.js';
import { Admission } from './admission.js';
import { HandOvers } from './hand-overs.js';
import { IdentityEvents } from './identity-events.js';
import { OneTimeLinks } from './one-time-links.js';
import { OwnAccount } from './own-account.js';
import { PasswordChanges } from './password-change.service.js';
import { Passwords } from './passwords.js';
import { SignInController } from './sign-in.controller.js';
import { SignIns } from './sign-ins.js';
import { SigningIn } from './signing-in.service.js';
import { Throttle } from './throttle.js';

@Module({
  controllers: [SignInController],
  providers: [
    Accounts,
    Admission,
    HandOvers,
    IdentityEvents,
    OneTimeLinks,
    OwnAccount,
    PasswordChanges,
    Passwords,
    SignIns,
    SigningIn,
    Throttle,
  ],
  exports: [Accounts, Admission, HandOvers, IdentityEvents, OneTimeLinks, SignIns],
})
export class SignInModule {}
