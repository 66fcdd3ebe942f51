// Messages as elements. Everything that comes from outside becomes text, never markup.
import { drawCard } from "./card.js";
import { drawField } from "./field.js";
import { drawMedia, drawUpload } from "./media.js";
import { bytes, dirOf, element, hidden, icon, link, safe, worded } from "./element.js";

export function drawMine(item, words) {
  const text = element("p", { dir: "auto" }, hidden(`${words.get("you")}: `), item.text);
  if (item.lang) text.lang = item.lang;
  const message = element("article", { className: "message me" }, text);
  message.dataset.id = item.id;
  if (item.waiting) message.append(element("p", { className: "waiting" }, words.get("waiting")));
  return message;
}

// `fill` gets what was filled in, where the message has a field; it is shown instead of other ways to answer.
export function drawMessage(message, words, press, fill) {
  const { text = message.text ?? [], keys: rows = [] } = message.field ?? { keys: message.keys };
  const calls = message.urgent ? rows.flat().filter(isCall) : [];
  const keys = rows.map((row) => row.filter((key) => !calls.includes(key)));
  const who = hidden(`${words.get(message.urgent ? "urgent" : "lotse")}: `);
  const body = [who, ...drawMedia(message.media ?? [])];
  body.push(...text.map((line) => drawLine(line, calls)), drawKeys([calls], words, press));
  body.push(...(message.cards ?? []).map((card) => drawCard(card, words, (rows) => drawKeys(rows, words, press))));
  body.push(...(message.files ?? []).map((file) => drawFile(file, words)));
  body.push(...(message.after ?? []).map(paragraph));
  if (message.upload) body.push(drawUpload(message.upload, words));
  if (message.field) body.push(drawField(message.field, words, fill));
  body.push(drawKeys(keys, words, press));
  const className = `message lotse${message.urgent ? " urgent" : ""}${message.cards ? " wide" : ""}`;
  return element("article", { className, lang: message.lang, dir: message.dir }, ...body);
}

// In danger, the line that names a number is itself the way to call it.
function drawLine(line, calls) {
  const digits = line.text.replace(/\D/g, "");
  const at = calls.findIndex((call) => digits && call.href.replace(/\D/g, "") === digits);
  if (at < 0) return paragraph(line);
  const [call] = calls.splice(at, 1);
  const text = element("span", { lang: line.lang, dir: dirOf(line.lang) }, ...worded(line.text));
  return element("a", { className: "key call", href: call.href }, icon("phone"), text);
}

function paragraph(line) {
  const className = line.kind === "title" ? "heading" : "";
  return element("p", { className, lang: line.lang, dir: dirOf(line.lang) }, ...worded(line.text));
}

function isCall(key) {
  return (key.href ?? "").startsWith("tel:");
}

function drawKeys(rows, words, press) {
  const keys = rows.flat().map((key) => drawKey(key, words, press)).filter(Boolean);
  if (!keys.length) return null;
  const group = element("div", { className: "keys" }, ...keys);
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", words.get("keys"));
  return group;
}

function drawKey(key, words, press) {
  if (key.href) return safe(key.href) ? link(key.href, element("bdi", {}, ...worded(key.label)), words, "key") : null;
  const button = element("button", { type: "button", className: "key" }, key.label);
  if (key.lang) Object.assign(button, { lang: key.lang, dir: dirOf(key.lang) });
  if (key.chosen) {
    button.classList.add("chosen");
    button.append(hidden(` (${words.get("chosen")})`));
  }
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => press(key));
  return button;
}

function drawFile(file, words) {
  const blob = new Blob([bytes(file.content)], { type: "application/octet-stream" });
  const save = element("a", { className: "key file", href: URL.createObjectURL(blob), download: file.name });
  save.append(element("span", { className: "icon i-file" }), `${words.get("download")} `, element("bdi", {}, file.name));
  return element("p", {}, save);
}
