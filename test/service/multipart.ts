/** One part of a multipart/form-data body. A part with a file name is a file, any other is text. */
export interface UploadedPart {
  name: string;
  data: Buffer;
  filename?: string;
  contentType?: string;
}

/** The parts in the order they came; null when the body is not multipart or is broken. */
export async function readParts(body: Buffer, contentType: string): Promise<UploadedPart[] | null> {
  if (!contentType.toLowerCase().startsWith('multipart/form-data')) return null;
  const form = await formData(body, contentType);
  return form && Promise.all(Array.from(form, ([name, value]) => asPart(name, value)));
}

async function formData(body: Buffer, contentType: string): Promise<FormData | null> {
  try {
    return await new Response(new Uint8Array(body), {
      headers: { 'Content-Type': contentType },
    }).formData();
  } catch {
    return null;
  }
}

async function asPart(name: string, value: string | File): Promise<UploadedPart> {
  if (typeof value === 'string') return { name, data: Buffer.from(value) };
  return {
    name,
    filename: value.name,
    contentType: value.type,
    data: Buffer.from(await value.arrayBuffer()),
  };
}
