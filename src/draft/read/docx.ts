/** A Word document, through mammoth. */
import { decodeXML } from 'entities';
import { LIMITS, megabytes } from '../../load/limits.js';
import { parsePage } from './dom.js';
import { type Content, refuse, type SourceKind } from './kind.js';
import { textOfMarkup } from './markup.js';
import { metadata } from './metadata.js';
import { isZip, TooMuch, unzip } from './zip.js';

export const docx: SourceKind = {
  extensions: ['docx'],
  isIn: ({ bytes }) => isZip(bytes) && bytes.includes('word/document.xml'),
  read: async (content) => {
    const properties = filesOf(content).get('docProps/core.xml')?.toString('utf8') ?? '';
    const property = (name: string) => {
      const [, value] = new RegExp(`<${name}(?: [^<>]*)?>([^<>]{0,1000})</${name}>`).exec(properties) ?? [];
      return value === undefined ? undefined : decodeXML(value);
    };
    const found = textOfMarkup((await parsePage(await toHtml(content), content.file)).body);
    const [heading] = found.headings;
    return {
      ...found,
      ...metadata({
        title: property('dc:title') || (heading?.start === 0 ? found.text.slice(0, heading.end) : undefined),
        byline: property('dc:creator'),
        publisher: undefined,
        date: undefined,
        url: undefined,
        language: property('dc:language'),
      }),
    };
  },
};

function damaged(file: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return refuse(
    file,
    'damaged',
    `is no Word document that can be read: ${reason}`,
    'Save it again in Word as .docx, or as text.',
  );
}

/** The files in a document. Throws where they are too large together, before anything else reads them. */
function filesOf({ file, bytes }: Content): Map<string, Buffer> {
  try {
    return unzip(bytes, LIMITS.unpackedBytes);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw damaged(file, error);
    const message = `unpacks to over ${megabytes(LIMITS.unpackedBytes)}`;
    throw refuse(file, 'too-large', message, 'Remove the pictures from the document, or save it as text.');
  }
}

async function toHtml({ file, bytes }: Content): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: bytes },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
    return value;
  } catch (error) {
    throw damaged(file, error);
  }
}
