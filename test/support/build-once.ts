import { execFileSync } from 'node:child_process';
import { foldersInMemory } from './folders-in-memory.js';
import { readSamplesOnce } from './sample-release.js';

/** Tests that start the real process or the embedder's thread run the built program: build what changed, once. */
export default function buildOnce(): () => void {
  execFileSync('npm', ['run', 'build', '--silent'], { stdio: 'inherit' });
  const removeFolders = foldersInMemory();
  const removeSamples = mayStartTheProgram(process.argv.slice(2)) ? readSamplesOnce() : () => {};
  return () => {
    removeSamples();
    removeFolders();
  };
}

/** Whether a run may hold tests that start the program: the whole suite does, and what is asked for by its folder. */
function mayStartTheProgram(asked: readonly string[]): boolean {
  const paths = asked.filter((word) => word.includes('/') || word.endsWith('.ts'));
  return paths.length === 0 || paths.some((path) => !/(^|\/)(unit|contract|clients)\/./.test(path));
}
