// Pictures, sound and film of a question and its choices, and the control for a file as the answer.
import { dirOf, element, icon } from "./element.js";

// Named one by one, so that a phone hands over a kind that everybody can read.
const ACCEPTED = {
  image: "image/jpeg,image/png,image/webp,image/gif",
  audio: "audio/*",
  video: "video/mp4,video/quicktime,video/webm",
};
const ANY = [...Object.values(ACCEPTED), "application/pdf"].join(",");

export function drawMedia(media) {
  const own = media.filter((medium) => !medium.choice).map((medium) => drawMedium(medium, medium.name));
  const choices = media.filter((medium) => medium.choice).map(drawChoice);
  if (choices.length) own.push(element("div", { className: "pictures" }, ...choices));
  return own;
}

function drawChoice(medium) {
  const words = element("figcaption", { lang: medium.lang, dir: dirOf(medium.lang) });
  words.append(`${medium.choice}. `, medium.name);
  return element("figure", {}, drawMedium(medium, ""), words);
}

function drawMedium(medium, name) {
  const src = `/media/${encodeURIComponent(medium.hash)}`;
  if (medium.kind === "image") {
    // Lazy before the address: a browser begins as soon as it knows one.
    const picture = element("img", { className: "medium", alt: name, loading: "lazy", decoding: "async" });
    picture.lang = medium.lang;
    picture.src = src;
    return picture;
  }
  const tag = medium.kind === "video" ? "video" : "audio";
  const player = element(tag, { className: "medium", controls: true, preload: "metadata" });
  player.setAttribute("aria-label", medium.name);
  player.lang = medium.lang;
  player.src = src;
  return player;
}

export function drawUpload(upload, words) {
  const input = element("input", { type: "file", className: "hidden", accept: ACCEPTED[upload.kind] ?? ANY });
  const label = element("label", { className: "key upload" }, icon("file"), upload.label, input);
  const told = element("p", { className: "told" });
  told.setAttribute("role", "status");
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (!file) return;
    input.disabled = true;
    told.textContent = words.get("uploading");
    const arrived = await send(upload.question, file);
    told.textContent = arrived ? "" : words.get("upload_failed");
    input.disabled = label.hidden = arrived;
    input.value = "";
  });
  return element("div", {}, label, told);
}

// Without a name: how a file was called is nobody's business.
async function send(question, file) {
  try {
    const headers = { "content-type": "application/octet-stream" };
    const asked = { method: "POST", body: file, headers };
    return (await fetch(`/upload/${encodeURIComponent(question)}`, asked)).ok;
  } catch {
    return false;
  }
}
