// A link in a mail was followed. As soon as somebody sees the page, the answer on it is sent: one
// tap for people, and nothing for programs that only look at what the address leads to.

const form = document.getElementById("tap");
const [visit] = performance.getEntriesByType("navigation");
let sent = false;

function send() {
  if (sent || document.prerendering || document.visibilityState !== "visible") return;
  sent = true;
  form.requestSubmit();
}

if (visit?.type !== "back_forward") { // who comes back wants to see, not to send
  document.addEventListener("visibilitychange", send);
  document.addEventListener("prerenderingchange", send);
  send();
}
