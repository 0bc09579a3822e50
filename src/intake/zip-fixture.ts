import { crc32, deflateRawSync } from "node:zlib";

/** One file of an archive built for a test; numbers given here are written into the headers as they are. */
export interface FixturePart {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Stored without compression. */
  readonly stored?: boolean;
  readonly declaredSize?: number;
  readonly flags?: number;
  readonly method?: number;
}

/** A small zip archive with the given files, for tests: what honest programs write, or lies where a part asks for them. */
export function buildZip(parts: readonly FixturePart[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const content = Buffer.from(part.content);
    const data = part.stored ? content : deflateRawSync(content);
    const shared = sharedHeader(part, name, content, data);
    const localHeader = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), shared, name, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), shared, tail, name]));
    local.push(localHeader);
    offset += localHeader.length;
  }
  return Buffer.concat([
    ...local,
    ...central,
    endRecord(parts.length, Buffer.concat(central).length, offset),
  ]);
}

/** A zip archive of XML or text parts by their names. */
export function buildPackage(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return buildZip(Object.entries(parts).map(([name, content]) => ({ name, content })));
}

/** The 26 bytes that local and central headers have in common (APPNOTE.TXT 4.3.7). */
function sharedHeader(part: FixturePart, name: Buffer, content: Buffer, data: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE((part.flags ?? 0) | 0x0800, 2);
  header.writeUInt16LE(part.method ?? (part.stored ? 0 : 8), 4);
  header.writeUInt32LE(crc32(content), 10);
  header.writeUInt32LE(data.length, 14);
  header.writeUInt32LE(part.declaredSize ?? content.length, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.write("PK\x05\x06", 0, "latin1");
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
