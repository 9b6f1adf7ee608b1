// apps/dashboard/src/api/example.ts: boundaries/dependencies
import { Injectable } from '@nestjs/common';

export const example = Injectable;
