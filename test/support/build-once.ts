import { execFileSync } from 'node:child_process';
import { readSamplesOnce } from './sample-release.js';

/** Tests that start the real process or the embedder's thread run the built program: build what changed, once. */
export default function buildOnce(): () => void {
  execFileSync('npm', ['run', 'build', '--silent'], { stdio: 'inherit' });
  return readSamplesOnce();
}
