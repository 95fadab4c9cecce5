/** SHA-256, which files, slides and drawings are known by. */
import { createHash } from 'node:crypto';

export function sha256(content: string | Uint8Array, encoding: 'hex' | 'base64' = 'hex'): string {
  return createHash('sha256').update(content).digest(encoding);
}
