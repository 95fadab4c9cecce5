/** All that is known between the builds of a session, by content. */
import { sha256 } from '../core/hash.js';
import { contentKey, Memo } from '../core/memo.js';
import type { Inspection } from '../fit/inspect.js';
import { type EmbeddedImage, type EmbedImage, embedImage } from '../images/image.js';
import type { FontFace } from '../render/fonts.js';
import type { Renderer } from '../render/marp.js';
import type { Theme } from '../render/theme.js';
import type { Audit } from '../rules/deck/reading.js';
import type { RuleLog } from '../rules/rule-log.js';
import type { Engine } from '../template/engine.js';

export class Memory {
  /** Templates, compiled. */
  readonly engines = new Memo<Engine>();
  readonly themes = new Memo<Theme>();
  readonly renderers = new Memo<Renderer>();
  readonly faces = new Memo<readonly FontFace[]>();
  /** Subsets of fonts, in Base64. */
  readonly fonts = new Memo<Promise<string>>();
  /** Charts, as SVG. */
  readonly charts = new Memo<string>();
  readonly images = new Memo<Promise<EmbeddedImage>>();
  /** Slides, as HTML. */
  readonly slides = new Memo<string>();
  readonly inspections = new Memo<Promise<Inspection>>();
  readonly audits = new Memo<Promise<Audit>>();
  /** What the rules find in a brief. */
  readonly rules = new Memo<RuleLog>();

  /** Embeds an image, each once. */
  readonly embed: EmbedImage = (bytes, box, fit) =>
    this.images.of(contentKey(sha256(bytes), box, fit), () => embedImage(bytes, box, fit));

  /** Begins a build: what none of the last ones used is dropped. */
  next(): void {
    for (const memo of Object.values(this)) if (memo instanceof Memo) memo.next();
  }
}
