/* The static site's elder mode: the server's cookie, read in the browser. */
(function () {
  "use strict";
  const asked = new URLSearchParams(location.search).get("elder");
  if (asked === "0" || asked === "1") document.cookie = "elder=" + asked + "; path=/; max-age=31536000; samesite=lax";
  const on = asked ? asked === "1" : /(^|; )elder=1/.test(document.cookie);
  if (!on) return;
  document.documentElement.setAttribute("data-elder", "");
  addEventListener("DOMContentLoaded", function () {
    const link = document.getElementById("elder");
    link.textContent = "标准版";
    link.href = "?elder=0";
  });
})();
