import { createReadStream, createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { ReadableStream as NodeStream } from "node:stream/web";
import { Decrypter, Encrypter } from "age-encryption";
import { fail, type Result, succeed } from "../domain/basics/result.ts";

/** How a file in the format of age begins (age-encryption.org/v1); a plain backup is a zip. */
const mark = Buffer.from("age-encryption.org/v1\n");

/** Whether a backup is encrypted. Rejects with the system's error when it cannot be opened. */
export async function isEncrypted(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(mark.length), 0, mark.length, 0);
    return buffer.subarray(0, bytesRead).equals(mark);
  } finally {
    await file.close();
  }
}

/** The bytes of a stream encrypted, as they come: age with a key made of the passphrase by scrypt. */
export async function* encrypted(
  source: NodeJS.ReadableStream,
  passphrase: string,
): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  // A stream without an encoding gives bytes.
  yield* NodeStream.from(await encrypter.encrypt(streamOf(source as AsyncIterable<Uint8Array>)));
}

/**
 * Writes what an encrypted backup holds into a file for this account alone. Every 64 kB are authenticated, and so is their
 * end. Fails with `backup.wrong-passphrase` and `backup.cipher-damaged`; what was written by then is worthless.
 */
export async function decryptBackup(path: string, passphrase: string, into: string): Promise<Result<null>> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const source = createReadStream(path, { highWaterMark: 1 << 20 });
  try {
    const plain = await decrypter.decrypt(streamOf(source));
    await pipeline(plain, createWriteStream(into, { flags: "w", mode: 0o600 }));
    return succeed(null);
  } catch (error) {
    // What the disk refuses is said by who called; anything else came from the cipher.
    if (error instanceof Error && "syscall" in error) throw error;
    const isKey = error instanceof Error && error.message.includes("no identity matched");
    return fail(isKey ? "backup.wrong-passphrase" : "backup.cipher-damaged", { path });
  } finally {
    source.destroy();
  }
}

function streamOf(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  // The same class under two names: Node's types and those of browsers.
  return NodeStream.from(source) as ReadableStream<Uint8Array>;
}
