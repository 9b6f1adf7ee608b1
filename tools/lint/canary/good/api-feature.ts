// apps/api/src/sessions/sessions.service.ts: -
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { phq9 } from '@courseline/instruments';
import { score } from '@courseline/outcomes';
import { CoursesService } from '../courses/courses.service.js';
import { Audit } from '../audit/audit.service.js';
import { doseBounds } from './dose-bounds.js';

export const used = [Injectable, createHash, phq9, score, CoursesService, Audit, doseBounds, new Date(0)];
