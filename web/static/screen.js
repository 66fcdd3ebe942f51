// Everything around the messages: the log, the field, the state of the line.
import { retire } from "./field.js";

const TYPING_AFTER_MS = 400;
const GOOD_NEWS_MS = 4000;

export class Screen {
  constructor(words) {
    this.words = words;
    this.log = document.getElementById("log");
    this.input = document.getElementById("input");
    this.form = document.getElementById("form");
    this.dots = document.getElementById("typing");
    this.error = document.getElementById("error");
    this.status = document.getElementById("status");
    this.wasOffline = false;
    document.getElementById("plain").remove();
  }

  listen(say, command) {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      say();
    });
    this.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      say();
    });
    this.input.addEventListener("input", () => this.grow());
    for (const button of document.querySelectorAll("[data-command]")) {
      button.hidden = false;
      button.addEventListener("click", () => command(button.dataset.command, button.textContent));
    }
    this.grow();
  }

  // Put a message at the end, or in the place of the one it replaces.
  put(element, replaces) {
    const all = replaces ? this.log.querySelectorAll(`[data-seq="${CSS.escape(replaces)}"]`) : [];
    const old = all[all.length - 1];
    if (old) {
      old.replaceWith(element);
      element.scrollIntoView({ block: "nearest", behavior: pace() });
    } else {
      this.log.append(element);
      this.follow(element);
    }
    retire(this.log);
  }

  // Who types nothing else goes on with the controls, without a keyboard coming up on a phone.
  meet(element) {
    const isFree = [document.body, this.input].includes(document.activeElement) && !this.input.value;
    const first = element.querySelector("form.field")?.elements;
    if (first && isFree && !matchMedia("(pointer: coarse)").matches) focusable(first)?.focus({ preventScroll: true });
  }

  // Show the beginning of what is new, under what it answers: who reads starts there.
  follow(element) {
    const before = element.previousElementSibling;
    const first = before?.classList.contains("me") && before.offsetHeight < 120 ? before : element;
    const top = first.offsetTop - this.log.offsetTop - 12;
    this.log.scrollTo({ top: Math.min(top, this.log.scrollHeight), behavior: pace() });
  }

  // What was sent has arrived.
  settle(id) {
    this.log.querySelector(`[data-id="${CSS.escape(id)}"] .waiting`)?.remove();
  }

  typing(on) {
    clearTimeout(this.soon);
    if (!on) this.dots.hidden = true;
    else this.soon = setTimeout(() => (this.dots.hidden = false), TYPING_AFTER_MS);
  }

  state(state) {
    clearTimeout(this.clear);
    this.error.replaceChildren();
    if (state === "online") return this.online();
    if (state === "connecting") return this.wasOffline || this.lateNews("connecting");
    if (state === "slow") return this.say(this.words.get("slow"));
    this.say("");
    if (state === "offline") {
      this.wasOffline = true;
      return this.say(this.words.get("offline"));
    }
    this.error.textContent = this.words.get(state);
    if (state === "elsewhere") this.error.append(" ", this.reload());
  }

  online() {
    this.say(this.wasOffline ? this.words.get("online") : "");
    this.wasOffline = false;
    this.clear = setTimeout(() => this.say(""), GOOD_NEWS_MS);
  }

  lateNews(word) {
    this.clear = setTimeout(() => this.say(this.words.get(word)), 1500);
  }

  reload() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "key";
    button.textContent = this.words.get("continue");
    button.addEventListener("click", () => location.reload());
    return button;
  }

  say(text) {
    this.status.textContent = text;
  }

  draft(text) {
    this.input.value = text;
    this.grow();
  }

  // Focus stays in the field; a tap on a phone does not bring up its keyboard.
  back() {
    if (!matchMedia("(pointer: coarse)").matches) this.input.focus();
  }

  grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight + 2, 160)}px`;
  }
}

// Of radio buttons the one that is chosen has the focus.
function focusable(all) {
  const fields = [...all].filter((one) => one.matches("input, select, textarea, button"));
  return fields.find((one) => one.name === fields[0].name && one.checked) ?? fields[0];
}

function pace() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
