/**
 * The copy of drafts that outlives the browser. What is put into `localStorage` reaches the disk seconds later, and a
 * browser that dies before loses it; a strict transaction of IndexedDB is on the disk when it ends (Indexed Database
 * API 3.0, transaction durability).
 */
const database = "sauro";
const store = "drafts";

/** Changes not yet on the disk: the latest of each key, null for one that is dropped. */
const waiting = new Map<string, string | null>();
let isWriting = false;

/** Takes a change of one key; of changes that follow fast only the last is written. */
export function writeKept(key: string, text: string | null): void {
  if (!("indexedDB" in globalThis)) return;
  waiting.set(key, text);
  if (!isWriting) void writeAll();
}

/** Every draft on the disk by its key; none where the browser keeps nothing. */
export async function readKept(): Promise<ReadonlyMap<string, string>> {
  if (!("indexedDB" in globalThis)) return new Map();
  try {
    const open = await opened();
    const of = open.transaction(store).objectStore(store);
    const [keys, texts] = await Promise.all([answerOf(of.getAllKeys()), answerOf<unknown[]>(of.getAll())]);
    return new Map(
      keys.flatMap((key, at) => (typeof texts[at] === "string" ? [[String(key), texts[at]]] : [])),
    );
  } catch {
    return new Map();
  }
}

async function writeAll(): Promise<void> {
  isWriting = true;
  try {
    const open = await opened();
    while (waiting.size > 0) {
      const changes = [...waiting];
      waiting.clear();
      const transaction = open.transaction(store, "readwrite", { durability: "strict" });
      const into = transaction.objectStore(store);
      for (const [key, text] of changes) text === null ? into.delete(key) : into.put(text, key);
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
    }
  } catch {
    // A browser that keeps no data still has the draft in `localStorage`, or in the form.
    waiting.clear();
  }
  isWriting = false;
}

/** One connection for as long as the page lives: opening it costs more than a write. */
let connection: Promise<IDBDatabase> | null = null;

function opened(): Promise<IDBDatabase> {
  connection ??= connect().catch((error: unknown) => {
    connection = null;
    throw error;
  });
  return connection;
}

async function connect(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(store);
  const open = await answerOf(request);
  open.onclose = () => {
    connection = null;
  };
  return open;
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
