// The chat page: what the person does goes into the line, what comes back is drawn.
import { Line } from "./line.js";
import { Memory } from "./memory.js";
import { drawMine, drawMessage } from "./draw.js";
import { Words } from "./words.js";
import { Screen } from "./screen.js";

const memory = new Memory(window.sessionStorage);
const words = new Words(JSON.parse(document.body.dataset.words));
const screen = new Screen(words);
const line = new Line(memory, { message, progress, state: (state) => screen.state(state, memory) });

function message(frame) {
  screen.typing(false);
  const item = { seq: frame.seq, mark: frame.mark, message: frame.message };
  const known = memory.receive(item, frame.replaces);
  if (known === "old") return;
  if (frame.message.notice) screen.say(frame.message.notice);
  const element = draw(item);
  screen.put(element, known === "replaced" ? frame.replaces : "");
  screen.meet(element);
  words.speak(frame.message.lang);
}

function progress(id, stage) {
  screen.settle(id);
  screen.typing(stage === "taken");
}

function draw(item) {
  if (!item.message) return drawMine(item, words);
  const on = String(item.seq);
  const element = drawMessage(item.message, words, (key) => press(key, on), (...filled) => fill(on, ...filled));
  element.dataset.seq = item.seq;
  return element;
}

function press(key, on) {
  mine({ press: key.data, on }, key.label, key.lang);
}

function fill(on, deed, text, lang) {
  mine({ ...deed, on }, text, lang);
}

function mine(deed, text, lang) {
  const item = { id: memory.nextId(), text, lang: lang || "", waiting: true };
  memory.did(item, { id: item.id, ...deed });
  screen.put(draw(item), "");
  screen.back();
  line.pump();
}

function say() {
  const text = screen.input.value.trim();
  if (!text) return;
  screen.draft("");
  mine({ say: text }, text);
}

function begin() {
  const query = new URLSearchParams(location.search);
  const start = query.get("start");
  const payload = /^[A-Za-z0-9_-]{1,64}$/.test(start ?? "") ? start : "";
  if (payload || memory.isEmpty()) memory.queue({ id: memory.nextId(), start: payload });
  screen.draft(query.get("q") ?? "");
  if (start !== null || query.has("q")) history.replaceState(null, "", "/");
}

screen.listen(say, (command, label) => mine({ say: command }, label, words.lang));
words.show();
for (const item of memory.items) screen.put(draw(item), "");
begin();
line.open();
