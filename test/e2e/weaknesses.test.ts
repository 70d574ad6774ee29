import { afterAll, beforeAll } from 'vitest';
import { start, stop } from './weaknesses/ground.ts';
import './weaknesses/heard.ts';
import './weaknesses/withstood.ts';
import './weaknesses/told.ts';
import './weaknesses/hung.ts';
import './weaknesses/lived.ts';
import './weaknesses/claimed.ts';

beforeAll(start);
afterAll(stop);
