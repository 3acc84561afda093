// The desk works without this file; it only shortens: keys, one press of a button, and the way to the first error.
"use strict";

function typing(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function move(step) {
  const links = [...document.querySelectorAll("[data-moves] > * a:first-of-type")];
  if (!links.length) return;
  const at = links.indexOf(document.activeElement);
  links[Math.min(Math.max(at + step, 0), links.length - 1)].focus();
}

const keys = {
  "/": () => document.getElementById("q").focus(),
  "?": () => location.assign("/keys/"),
  n: () => {
    const link = document.querySelector("[data-key=n]");
    if (link) location.assign(link.href);
  },
  j: () => move(1),
  k: () => move(-1),
};

document.addEventListener("keydown", (event) => {
  // While Chinese is being composed, keys belong to the input method.
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const act = keys[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    setTimeout(() => delete form.dataset.sent, 4000);
  });
}

// On the street a moment is not typed but pressed when it happens; the server's clock counts, not the phone's.
const ahead = Date.now() - 1000 * Number(document.querySelector("form[data-clock]")?.dataset.clock || 0);
const minute = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" });

for (const box of document.querySelectorAll("form[data-clock] input[data-moment]")) {
  const press = document.createElement("button");
  press.type = "button";
  press.className = "w now";
  press.textContent = "现在";
  press.setAttribute("aria-label", `现在：${box.labels[0].firstChild.textContent}`);
  press.addEventListener("click", () => (box.value = minute.format(Date.now() - ahead)));
  box.after(press);
}

const first = document.querySelector(".errors");
if (first) first.focus();
