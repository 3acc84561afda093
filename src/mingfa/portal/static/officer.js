/* The static site's look-up of an officer by certificate number: the list on the page, narrowed in the browser. */
addEventListener("DOMContentLoaded", function () {
  "use strict";
  const code = (new URLSearchParams(location.search).get("code") || "").trim().toUpperCase();
  if (!code) return;
  document.getElementById("c").value = code;
  let found = 0;
  document.querySelectorAll("tbody tr").forEach(function (row) {
    row.hidden = row.querySelector("[data-l=证号]").textContent.trim().toUpperCase() !== code;
    if (!row.hidden) found += 1;
  });
  const note = document.createElement("div");
  note.className = "note after " + (found ? "" : "r");
  note.setAttribute("role", "status");
  note.textContent = found ? "查到下列人员，请核对姓名、单位和证件状态。" : "没有查到这个证号。请核对证件上的编号；如编号无误，请拨打监督电话反映。";
  document.querySelector("form.f").after(note);
});
