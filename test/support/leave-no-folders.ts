import { afterAll } from 'vitest';
import { removeTemporaryFolders } from './temporary-folder.js';

// Registered before those of the test file, hence run after them, when nothing has a folder open any more.
afterAll(removeTemporaryFolders);
