// The line to the server: one frame at a time, sent again until it is taken, over as many sockets
// as it needs. States: "connecting", "online", "offline", "slow", "elsewhere", "cookies", "error".
const PATIENCE_MS = 10_000;
const LONGEST_PAUSE_MS = 20_000;
const NO_SESSION = 4401;
const ELSEWHERE = 4409;

export class Line {
  constructor(memory, on) {
    this.memory = memory;
    this.on = on;
    this.socket = null;
    this.inFlight = null;
    this.failures = 0;
    this.refusals = 0;
    this.moved = false;
    this.retry = this.again = this.watch = 0;
    addEventListener("online", () => this.hurry());
    addEventListener("offline", () => this.lost());
    document.addEventListener("visibilitychange", () => document.hidden || this.hurry());
  }

  async open() {
    clearTimeout(this.retry);
    this.moved = false;
    this.on.state("connecting");
    if (!(await giveSession())) return this.later();
    if (this.socket) return;
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/chat`);
    this.socket = socket;
    socket.onopen = () => this.greet();
    socket.onmessage = (event) => socket === this.socket && this.hear(JSON.parse(event.data));
    socket.onclose = (event) => socket === this.socket && this.closed(event.code);
  }

  greet() {
    this.failures = 0;
    this.send({ hello: 1, lang: document.documentElement.lang || navigator.language });
    this.on.state("online");
    this.pump();
  }

  // Send the first unsent frame, unless one is on its way.
  pump() {
    const frame = this.memory.unsent[0];
    if (!frame || this.inFlight || this.again) return;
    if (this.socket?.readyState !== WebSocket.OPEN) return this.hurry();
    this.inFlight = frame.id;
    this.send(frame);
    this.watch = setTimeout(() => this.lost(), PATIENCE_MS);
  }

  hear(frame) {
    this.refusals = 0;
    if ("message" in frame) {
      this.on.message(frame);
      this.send({ seen: frame.seq });
    } else if ("taken" in frame) {
      this.arrived(frame.taken);
    } else if ("done" in frame) {
      this.on.progress(frame.done, "done");
    } else if ("wait" in frame) {
      this.pause(frame.wait);
    } else if ("error" in frame) {
      this.refused(frame.id);
    }
  }

  arrived(id) {
    this.landed();
    this.memory.taken(id);
    this.on.progress(id, "taken");
    this.pump();
  }

  // Too fast: wait as long as the server says, then send the same frame again.
  pause(seconds) {
    this.landed();
    this.on.state("slow");
    clearTimeout(this.again);
    this.again = setTimeout(() => {
      this.again = 0;
      this.on.state("online");
      this.pump();
    }, seconds * 1000 + 50);
  }

  // A frame that this server will never take, or never answer, must not hold up the others.
  refused(failed) {
    const id = failed ?? this.inFlight;
    if (!id) return;
    if (id === this.inFlight) this.landed();
    this.memory.taken(id);
    this.on.progress(id, "done");
    this.on.state("error");
    this.pump();
  }

  closed(code) {
    this.hangUp();
    if (code === ELSEWHERE) {
      this.moved = true;
      return this.on.state("elsewhere");
    }
    if (code === NO_SESSION && ++this.refusals > 2) return this.on.state("cookies");
    this.later();
  }

  lost() {
    this.hangUp();
    this.later();
  }

  later() {
    clearTimeout(this.retry);
    this.failures += 1;
    if (this.failures > 1 || navigator.onLine === false) this.on.state("offline");
    const pause = Math.min(LONGEST_PAUSE_MS, 150 * 2 ** this.failures) * (0.5 + Math.random());
    this.retry = setTimeout(() => this.open(), pause);
  }

  // The network is back, or someone looks at the page again.
  hurry() {
    if (this.socket || this.moved) return;
    this.failures = 0;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.open(), 0);
  }

  hangUp() {
    this.landed();
    const socket = this.socket;
    this.socket = null;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
  }

  landed() {
    clearTimeout(this.watch);
    this.inFlight = null;
  }

  send(frame) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }
}

async function giveSession() {
  try {
    return (await fetch("/session", { method: "POST" })).ok;
  } catch {
    return false;
  }
}
