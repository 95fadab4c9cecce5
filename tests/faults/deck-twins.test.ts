import { describe } from 'vitest';
import { DECK_TWINS } from './faults.js';
import { expectClean } from './problems.js';

describe('a clean twin of a fault of a deck', () => expectClean(DECK_TWINS));
