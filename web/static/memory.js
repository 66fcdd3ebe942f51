// What this tab remembers until it is closed: what was said, and what is not sent yet.
const KEY = "lotse";
const KEPT = 200;

export class Memory {
  constructor(storage) {
    this.storage = storage;
    this.tab = letters(6);
    const stored = read(storage);
    this.items = stored.items ?? [];
    this.unsent = stored.unsent ?? [];
    this.last = stored.last ?? 0;
  }

  // Ids of a tab sort by time, so that the server can keep their order.
  nextId() {
    this.last = Math.max(Date.now(), this.last + 1);
    return `${this.last.toString(36).padStart(9, "0")}-${this.tab}`;
  }

  isEmpty() {
    return this.items.length === 0 && this.unsent.length === 0;
  }

  did(item, frame) {
    this.items.push(item);
    this.queue(frame);
  }

  queue(frame) {
    this.unsent.push(frame);
    this.save();
  }

  // The first unsent frame has arrived.
  taken(id) {
    if (this.unsent[0]?.id !== id) return;
    this.unsent.shift();
    const item = this.items.find((one) => one.id === id);
    if (item) delete item.waiting;
    this.save();
  }

  // "old" when this message is here already, else "new" or "replaced".
  receive(item, replaces) {
    if (this.items.some((one) => one.seq === item.seq && one.mark === item.mark)) return "old";
    const at = replaces ? this.items.findLastIndex((one) => String(one.seq) === replaces) : -1;
    if (at >= 0) this.items[at] = item;
    else this.items.push(item);
    this.save();
    return at >= 0 ? "replaced" : "new";
  }

  save() {
    this.items = this.items.slice(-KEPT);
    for (let kept = this.items.length; kept >= 0; kept = Math.floor(kept / 2) || kept - 1) {
      const items = kept ? this.items.slice(-kept) : [];
      if (write(this.storage, { items, unsent: this.unsent, last: this.last })) return;
    }
  }
}

function read(storage) {
  try {
    return JSON.parse(storage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

function write(storage, value) {
  try {
    storage.setItem(KEY, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function letters(count) {
  const bytes = crypto.getRandomValues(new Uint8Array(count));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join("");
}
