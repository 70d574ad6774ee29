import path from 'node:path';
import { readStory } from '../story.ts';
import { expectations } from './expectations.ts';

const folder = import.meta.dirname;

/** The homes of the story. */
export const gazetteer = path.join(folder, 'gazetteer.csv');

/** The story: what the hub hears, and what must be true by when. */
export const larchHouse = { news: readStory(folder), expectations };
